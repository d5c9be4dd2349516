import type { PageState, ShortcutOffer } from '../../serving/contract.ts';

/** A possible completion of the word at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  /** Replaces the word at the cursor. A shortcut has none, but is used at once. */
  readonly insert: string | undefined;
  readonly shortcut?: ShortcutOffer;
}

export interface Completion {
  /** The position at which the word begins. */
  readonly from: number;
  readonly suggestions: readonly Suggestion[];
}

/**
 * Suggests commands and shortcuts, people or channels for the word before the cursor. Returns undefined if there are
 * none, or the word is complete.
 */
export function completeWord(
  before: string,
  thread: string | undefined,
  state: PageState,
): Completion | undefined {
  const word = /(?:^|\s)([/@#]\S*)$/.exec(before)?.[1];
  if (word === undefined) return undefined;
  const from = before.length - word.length;
  const typed = word.slice(1).toLowerCase();
  const candidates = listCandidates(word, { mayBeCommand: from === 0 && thread === undefined }, state);
  if (candidates.some(({ insert }) => insert?.trim().toLowerCase() === word.toLowerCase())) return undefined;
  const suggestions = candidates.filter(({ label, insert }) =>
    [label, insert ?? ''].some(text =>
      text
        .toLowerCase()
        .replace(/^[/@#]/, '')
        .startsWith(typed),
    ),
  );
  return suggestions.length === 0 ? undefined : { from, suggestions };
}

function listCandidates(
  word: string,
  { mayBeCommand }: { readonly mayBeCommand: boolean },
  state: PageState,
): readonly Suggestion[] {
  switch (word[0]) {
    case '/':
      return mayBeCommand ? listCommands(state) : [];
    case '@':
      return listPeople(state);
    default:
      return state.channels
        .filter(({ kind }) => kind !== 'dm')
        .map(({ name }) => ({ label: `#${name}`, detail: '', insert: `#${name} ` }));
  }
}

function listCommands({ offers, bot }: PageState): readonly Suggestion[] {
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

function listPeople({ bot, people }: PageState): readonly Suggestion[] {
  return [
    { label: bot.name, detail: 'App', insert: `@${bot.name} ` },
    ...people.map(({ name, handle }) => ({ label: name, detail: '', insert: `@${handle} ` })),
  ];
}
