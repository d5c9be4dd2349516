import type { Lexicon } from './constraints/lexicon.ts';

/** In the languages in which people type. */
const ALERT =
  /^(?:alerts?|notify me (?:about|of|when|on)|tell me about new|(?:set|create|add) (?:an )?alert (?:for|on|about)|(?:my|list) alerts|benachrichtige mich (?:bei|über|zu)|pr[ée]viens-moi (?:pour|de)|av[ií]same de|avvisami (?:di|su))(?::|\s|$)\s*/iu;

const SAYS_ANYTHING = /[\p{L}\p{N}]/u;

/** Words that ask for the alerts that there are, as `digest list` and `digest off` do for digests. */
const LIST =
  /^(?:list|show|show all|all|mine|help|off|stop|none|clear|remove|delete|cancel|unsubscribe|liste|hilfe|aus|stopp|aide|ayuda|lista|ajuda|aiuto|hulp|uit)$/iu;
/** The same before the words of an alert: the list has a button to remove each. */
const REMOVE =
  /^(?:remove|delete|cancel|unsubscribe(?: from)?|l[öo]sche|entferne|supprime|borra|quita|elimina|remover|apaga|rimuovi|verwijder)\s+\S/iu;

/** The words that a person wants to wait for: `ceph` of `alert ceph`, empty in `alerts`; undefined if it is no such wish. */
export function readAlert(text: string, lexicon: Lexicon): string | undefined {
  const lead = ALERT.exec(text);
  if (lead === null) return undefined;
  const words = text.slice(lead[0].length).trim();
  if (!SAYS_ANYTHING.test(words)) return '';
  // `alert fatigue` may be what a talk is called.
  if (lexicon.isInTitle(text.toLowerCase())) return undefined;
  const isList = LIST.test(words) || (REMOVE.test(words) && !lexicon.isInTitle(words.toLowerCase()));
  return isList ? '' : words;
}
