import { nameOf } from './names.ts';
import { useStage } from './page-context.ts';

/** The app's own picture, or a person's initials on their colour. */
export function Avatar({ id, size = 'large' }: { readonly id: string; readonly size?: 'large' | 'small' }) {
  const { state } = useStage();
  if (id === state.bot.id) return <img class={`avatar avatar-${size}`} src="/lectern.svg" alt="" />;
  const initials = nameOf(id, state)
    .split(' ')
    .map(word => word[0])
    .join('');
  const colour = state.people.findIndex(person => person.id === id) % 4;
  return <span class={`avatar avatar-${size} avatar-${colour}`} data-initials={initials} />;
}
