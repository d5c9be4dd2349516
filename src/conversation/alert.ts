import type { Lexicon } from './constraints/lexicon.ts';
import type { TypedWord } from './constraints/typed-words.ts';
import { type AlertWish, isAlertTopic, readAlertsKept } from './mine/alerts-kept.ts';

/** In the languages in which people type. */
const ALERT =
  /^(?:alerts?(?: me)?(?: (?:for|about|regarding|when|für|über|zu|pour|sur|sobre|para|per|su|over|voor)(?=\s))?|notify me (?:about|of|when|on)|tell me about new|(?:set|create|add) (?:an )?alert (?:for|on|about)|benachrichtige mich (?:bei|über|zu)|pr[ée]viens-moi (?:pour|de)|av[ií]same (?:de|sobre)|avise-me (?:de|sobre)|avvisami (?:di|su)|waarschuw me (?:bij|over|voor))(?::|\s|$)\s*/iu;

/** ALERT begins with one of these words, or with one of several parts. */
export const ALERT_BEGINS: ReadonlySet<string> = new Set(
  `alert alerts notify tell set create add benachrichtige previens previens-moi avisame avise avise-me avvisami
   waarschuw`.split(/\s+/),
);

const SAYS_ANYTHING = /[\p{L}\p{N}]/u;

/** Words that ask for the alerts that there are, as `digest list` does for digests. */
const LIST = /^(?:list|show|show all|all|mine|help|liste|hilfe|aide|ayuda|lista|ajuda|aiuto|hulp)$/iu;
/** The same for people who want none of them. */
const STOP = /^(?:[-–—]|off|stop|none|clear|remove|delete|cancel|unsubscribe|aus|stopp|uit)$/iu;
/** Before the words of the one that they want no more. */
const REMOVE =
  /^(?:remove|delete|cancel|unsubscribe(?: from)?|l[öo]sche|entferne|supprime|borra|quita|elimina|remover|apaga|rimuovi|verwijder)\s+(?=\S)/iu;

/**
 * The words that a person wants to wait for, `ceph` of `alert ceph`, or to wait for no more; undefined if it is no such wish.
 * `words` are those of a text that has nothing else.
 */
export function readAlert(
  text: string,
  words: readonly TypedWord[] | undefined,
  lexicon: Lexicon,
): AlertWish | undefined {
  const lead = ALERT.exec(text);
  if (lead === null) return words === undefined ? undefined : readAlertsKept(words, lexicon);
  const awaited = text.slice(lead[0].length).trim();
  if (STOP.test(awaited)) return { wish: 'stop', words: '' };
  if (!SAYS_ANYTHING.test(awaited) || LIST.test(awaited)) return { wish: 'list', words: '' };
  // `alert fatigue` may be what a talk is called.
  if (lexicon.isInTitle(text.toLowerCase())) return undefined;
  const isStop = REMOVE.test(awaited) && !lexicon.isInTitle(awaited.toLowerCase());
  if (isStop) return { wish: 'stop', words: awaited.replace(REMOVE, '') };
  const isTopic = words !== undefined && !lead[0].includes(':') && isAlertTopic(words, lexicon);
  return isTopic ? undefined : { wish: 'set', words: awaited };
}
