import type { Lexicon } from './constraints/lexicon.ts';
import type { TypedWord } from './constraints/typed-words.ts';
import { asksForAlerts } from './mine/alerts-kept.ts';

/** In the languages in which people type. */
const ALERT =
  /^(?:alerts?|notify me (?:about|of|when|on)|tell me about new|(?:set|create|add) (?:an )?alert (?:for|on|about)|benachrichtige mich (?:bei|über|zu)|pr[ée]viens-moi (?:pour|de)|av[ií]same (?:de|sobre)|avise-me (?:de|sobre)|avvisami (?:di|su)|waarschuw me (?:bij|over|voor))(?::|\s|$)\s*/iu;

const SAYS_ANYTHING = /[\p{L}\p{N}]/u;

/** Words that ask for the alerts that there are, as `digest list` and `digest off` do for digests. */
const LIST =
  /^(?:list|show|show all|all|mine|help|off|stop|none|clear|remove|delete|cancel|unsubscribe|liste|hilfe|aus|stopp|aide|ayuda|lista|ajuda|aiuto|hulp|uit)$/iu;
/** The same before the words of an alert: the list has a button to remove each. */
const REMOVE =
  /^(?:remove|delete|cancel|unsubscribe(?: from)?|l[öo]sche|entferne|supprime|borra|quita|elimina|remover|apaga|rimuovi|verwijder)\s+\S/iu;

/**
 * The words that a person wants to wait for: `ceph` of `alert ceph`, empty in `my alerts`; undefined if it is no such wish.
 * `words` are those of a text that has nothing else.
 */
export function readAlert(
  text: string,
  words: readonly TypedWord[] | undefined,
  lexicon: Lexicon,
): string | undefined {
  const lead = ALERT.exec(text);
  if (lead === null) return words !== undefined && asksForAlerts(words, lexicon) ? '' : undefined;
  const awaited = text.slice(lead[0].length).trim();
  if (!SAYS_ANYTHING.test(awaited)) return '';
  // `alert fatigue` may be what a talk is called.
  if (lexicon.isInTitle(text.toLowerCase())) return undefined;
  const isList = LIST.test(awaited) || (REMOVE.test(awaited) && !lexicon.isInTitle(awaited.toLowerCase()));
  return isList ? '' : awaited;
}
