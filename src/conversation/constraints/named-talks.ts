import type { Lexicon } from './lexicon.ts';

/** A link alone, as it is typed or as Slack writes it: `<https://example.org/talk/1|The title>`. */
const LINK = /^(?:<(https?:\/\/[^\s|>]+)(?:\|[^>]*)?>|(https?:\/\/[^\s|>]+))$/iu;
/** A link among a few words, or without a scheme: it counts if it leads to a talk. */
const LINK_WITHIN = /https?:\/\/[^\s|<>]+|^[a-z\d-]+(?:\.[a-z\d-]+)+\/[^\s|<>]+$/iu;
/** They belong to the sentence around a link. */
const SIGNS_BEHIND = /[)\]"'’”,;:.!?]+$/u;
const LINKED_LENGTH_MAX = 300;
/** `Talk: On call without heroes` */
const CALLED = /^(?:talk|session|workshop|vortrag|conférence|charla|palestra|lezing)\s*:\s+/iu;

/** Finds the ids of the talks that a text names by a link or a whole title; undefined if it names none. */
export function talksNamed(text: string, lexicon: Lexicon): readonly string[] | undefined {
  const [, marked, plain] = LINK.exec(text) ?? [];
  const url = marked ?? plain;
  if (url !== undefined) return lexicon.linked(url);
  const within = text.length <= LINKED_LENGTH_MAX ? LINK_WITHIN.exec(text)?.[0] : undefined;
  const linked = within === undefined ? [] : lexicon.linked(within.replace(SIGNS_BEHIND, ''));
  if (linked.length > 0) return linked;
  const whole = lexicon.titled(text);
  const titled = whole.length > 0 || !CALLED.test(text) ? whole : lexicon.titled(text.replace(CALLED, ''));
  return titled.length > 0 ? titled : undefined;
}
