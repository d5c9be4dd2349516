import type { PageState, ShownChannel, ShownPerson } from '../../serving/contract.ts';
import { usePageContext } from './page-context.ts';

/** The name of a person, the app or a channel; the id if it is unknown. */
export function displayNameOf(id: string, { bot, people, channels }: PageState): string {
  if (id === bot.id) return bot.name;
  const channel = channels.find(each => each.id === id);
  if (channel?.kind === 'dm') return bot.name;
  return (people.find(each => each.id === id) ?? channel)?.name ?? id;
}

/** The person whose page this is. */
export function currentPersonOf({ you: id, people }: PageState): ShownPerson {
  const person = people.find(each => each.id === id);
  if (person === undefined) throw new Error(`There is nobody with the id ${id}.`);
  return person;
}

/** The app's picture, or a person's initials on their own colour. */
export function Avatar({ id, size = 'large' }: { readonly id: string; readonly size?: 'large' | 'small' }) {
  const { state } = usePageContext();
  if (id === state.bot.id) return <img class={`avatar avatar-${size}`} src="/lectern.svg" alt="" />;
  const initials = displayNameOf(id, state)
    .split(' ')
    .map(word => word[0])
    .join('');
  const colour = state.people.findIndex(person => person.id === id) % 4;
  return <span class={`avatar avatar-${size} avatar-${colour}`} data-initials={initials} />;
}

/** A lock before a private channel, # before a public one. */
export function ChannelSign({ kind }: Pick<ShownChannel, 'kind'>) {
  if (kind !== 'private')
    return (
      <span class="channel-sign" aria-hidden="true">
        #
      </span>
    );
  return (
    <svg class="channel-sign" viewBox="0 0 20 20" role="img" aria-label="Private channel">
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="1.600"
        d="M6.500 8.500V6.300a3.500 3.500 0 0 1 7 0v2.200M5.500 8.500h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z"
      />
    </svg>
  );
}
