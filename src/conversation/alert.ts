import type { Lexicon } from './constraints/lexicon.ts';

/** In the languages in which people type. */
const ALERT =
  /^(?:alerts?|notify me (?:about|of|when|on)|tell me about new|(?:set|create|add) (?:an )?alert (?:for|on|about)|(?:my|list) alerts|benachrichtige mich (?:bei|über|zu)|pr[ée]viens-moi (?:pour|de)|av[ií]same de|avvisami (?:di|su))(?::|\s|$)\s*/iu;

/** The words that a person wants to wait for: `ceph` of `alert ceph`, empty in `alerts`; undefined if it is no such wish. */
export function readAlert(text: string, lexicon: Lexicon): string | undefined {
  const lead = ALERT.exec(text);
  if (lead === null) return undefined;
  const words = text.slice(lead[0].length).trim();
  // `alert fatigue` may be what a talk is called.
  return words !== '' && lexicon.isInTitle(text.toLowerCase()) ? undefined : words;
}
