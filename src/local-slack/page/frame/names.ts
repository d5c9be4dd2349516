import type { PageState, ShownPerson } from '../../serving/contract.ts';

/** What somebody or a channel is called; the id where nobody is known by it. */
export function nameOf(id: string, { bot, people, channels }: PageState): string {
  if (id === bot.id) return bot.name;
  const channel = channels.find(each => each.id === id);
  if (channel?.kind === 'dm') return bot.name;
  return (people.find(each => each.id === id) ?? channel)?.name ?? id;
}

export function you({ you: id, people }: PageState): ShownPerson {
  const person = people.find(each => each.id === id);
  if (person === undefined) throw new Error(`Nobody has the id ${id}.`);
  return person;
}
