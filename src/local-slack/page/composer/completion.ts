import type { PageState, ShortcutOffer } from '../../serving/contract.ts';

/** Something that what is being typed may become. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  /** What takes the place of the word at the cursor; none for a shortcut, which is done instead. */
  readonly insert: string | undefined;
  readonly shortcut?: ShortcutOffer;
}

export interface Completion {
  /** Where the word begins that would be replaced. */
  readonly from: number;
  readonly suggestions: readonly Suggestion[];
}

/** What could be meant by the word before the cursor, unless it is whole: a command or shortcut, somebody, or a channel. */
export function completeWord(
  before: string,
  thread: string | undefined,
  state: PageState,
): Completion | undefined {
  const word = /(?:^|\s)([/@#]\S*)$/.exec(before)?.[1];
  if (word === undefined) return undefined;
  const from = before.length - word.length;
  const typed = word.slice(1).toLowerCase();
  const inReach = offered(word, { mayBeCommand: from === 0 && thread === undefined }, state);
  if (inReach.some(({ insert }) => insert?.trim().toLowerCase() === word.toLowerCase())) return undefined;
  const suggestions = inReach.filter(({ label, insert }) =>
    [label, insert ?? ''].some(text =>
      text
        .toLowerCase()
        .replace(/^[/@#]/, '')
        .startsWith(typed),
    ),
  );
  return suggestions.length === 0 ? undefined : { from, suggestions };
}

function offered(
  word: string,
  { mayBeCommand }: { readonly mayBeCommand: boolean },
  state: PageState,
): readonly Suggestion[] {
  switch (word[0]) {
    case '/':
      return mayBeCommand ? commands(state) : [];
    case '@':
      return people(state);
    default:
      return state.channels
        .filter(({ kind }) => kind !== 'dm')
        .map(({ name }) => ({ label: `#${name}`, detail: '', insert: `#${name} ` }));
  }
}

function commands({ offers, bot }: PageState): readonly Suggestion[] {
  const shortcuts = offers.shortcuts.filter(({ kind }) => kind === 'global');
  return [
    ...offers.commands.map(({ command, usageHint, description }) => ({
      label: `${command} [${usageHint}]`,
      detail: description,
      insert: `${command} `,
    })),
    ...shortcuts.map(shortcut => ({
      label: shortcut.name,
      detail: `${bot.name}: ${shortcut.description}`,
      insert: undefined,
      shortcut,
    })),
    { label: `/invite [@${bot.name}]`, detail: 'Bring an app into this channel', insert: '/invite ' },
  ];
}

function people({ bot, people }: PageState): readonly Suggestion[] {
  return [
    { label: bot.name, detail: 'App', insert: `@${bot.name} ` },
    ...people.map(({ name, handle }) => ({ label: name, detail: '', insert: `@${handle} ` })),
  ];
}
