import { isGlue } from '../../constraints/glue.ts';
import type { Lexicon } from '../../constraints/lexicon.ts';
import type { TypedWord } from '../../constraints/typed-words.ts';
import type { DigestRequest } from '../request.ts';

/** The first words of a question, folded. */
const ASKING = new Set(
  `when where who what which why how did does do is are was has have will show list
   wann wo wer was wie welche ist hat kommt zeig quand ou qui cuando donde quien quando onde quem dove chi wanneer waar wie`.split(
    /\s+/,
  ),
);

/** The first words of an order that is typed behind `digest`, and how it reads there. */
const ORDERING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    now: 'post send publish run schick poste envoie',
    off: 'stop cancel remove delete disable turn switch stopp losche supprime borra',
    pause: 'pause pausiere',
    resume: 'resume restart',
    edit: 'change edit move reschedule andere',
    list: 'skip',
  }).flatMap(([form, words]) => words.split(' ').map(word => [word, form] as const)),
);

/** Right before the word they show that this channel's digest is meant. */
const THIS_ONE = new Set(
  `the our my this next last today's todays daily morning der die das den nachste nachster nachsten le la prochain el
   proximo o il prossimo de volgende`.split(/\s+/),
);

/** Right behind it they speak of a post; any other word makes a topic of it: `the digest algorithm`. */
const BEHIND = new Set(
  `go goes going gone went out sent send sends post posts posted publish published come comes coming came arrive arrives arrived
   run runs running work works working start starts stop stops off on today tomorrow tonight now next last yet already again
   late missing empty broken here there not never daily every please pls bot channel channels message messages
   heute morgen jetzt gesendet verschickt gepostet raus schon noch nicht aus envoye publie demain hoy manana enviado publicado hoje
   amanha oggi domani inviato vandaag verstuurd geplaatst`.split(/\s+/),
);

/**
 * A question about the digests of a channel is answered by their list, and an order with its verb in front by the forms that
 * work: neither is a search, unless talks of the programme have the word.
 */
export function readAboutDigest(
  words: readonly TypedWord[],
  typed: string,
  lexicon: Pick<Lexicon, 'hasWord'>,
): DigestRequest | undefined {
  const at = words.findIndex(({ form }) => form === 'digest' || form === 'digests');
  if (at < 1 || lexicon.hasWord('digest') || lexicon.hasWord('digests')) return undefined;
  const first = words[0]?.form ?? '';
  if (!THIS_ONE.has(words[at - 1]?.form ?? '') || !speaksOfPost(words[at + 1]?.form)) return undefined;
  if (ASKING.has(first)) return { kind: 'list' };
  const form = ORDERING.get(first);
  if (form === undefined) return undefined;
  const nearest = [...new Set([form, 'list', 'help'])];
  return { kind: 'mistake', typed, mistake: { kind: 'unknown', words: [typed], nearest } };
}

function speaksOfPost(behind: string | undefined): boolean {
  return behind === undefined || isGlue(behind) || BEHIND.has(behind) || /^\d/u.test(behind);
}
