import type { WithheldEntry } from '../../programme/joining/draft.ts';
import type { Talk } from '../../programme/talk.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import type { Report } from './report.ts';

/** The review state of a session in pretalx's words, in lower case; empty if the file gives none. */
interface Reviewed {
  readonly state: string;
  readonly isScheduled: boolean;
}

/** Describes an entry that is not accepted. */
type Describe<S> = (session: S) => WithheldEntry;

/**
 * Keeps the sessions that take place, and those that were on the schedule and then cancelled. Organisers' copies also hold
 * proposals that are submitted, rejected or withdrawn; those are confidential, so only their number is reported, and no
 * other file of the conference shows them.
 */
export function keepAccepted<S extends Reviewed>(
  sessions: readonly S[],
  report: Report,
  describe: Describe<S>,
): readonly S[] {
  const others = sessions.filter(session => !isAccepted(session));
  for (const session of others) if (!isCancelled(session.state)) report.withhold(describe(session));
  reportLeftOut(
    others.map(({ state }) => state),
    report,
  );
  return sessions.filter(isAccepted);
}

/** Reports the number of entries that are not accepted, by their states. */
export function reportLeftOut(states: readonly string[], report: Report): void {
  if (states.length === 0) return;
  const counted = [...groupByEach(states, state => [state])].map(
    ([state, group]) => `${group.length} ${state.replace(/[^a-z ?_-]/g, '').slice(0, 20)}`,
  );
  report.warn({}, `Left out because not accepted: ${counted.slice(0, 9).join(', ')}.`);
}

export function isAccepted({ state, isScheduled }: Reviewed): boolean {
  return ['', 'accepted', 'confirmed'].includes(state) || (isCancelled(state) && isScheduled);
}

/** `state` in lower case. */
export function isCancelled(state: string): boolean {
  return /^cancell?ed$/.test(state);
}

/** How organisers mark an accepted proposal, folded, in the languages of the sheets we read. */
const ACCEPTED_WORD =
  /^(?:accept|conditional(?:ly)? accept|approv|confirm|schedul|publish|yes\b|ok\b|angenommen|akzeptiert|bestatigt|zugesagt|ja\b|aceptad|confirmad|aceit|aprovad|aprobad|si\b|sim\b|accettat|confermat|retenu)/;
const REFUSED_WORD =
  /^(?:(?:accept|decline|reject)[ _-]?queue|not? (?:accept|approv|select|confirm|schedul|publish)|nicht |non (?:accept|retenu)|un(?:accept|approv|confirm|decid|review|publish|list)|(?:under|in) (?:review|bewertung|prufung|evaluation)|maybe|perhaps|vielleicht|probabl|possibl|likely|unlikely|tentativ\w* accept|borderline|wahrscheinlich|vermutlich|probable|quiza|talvez|provavel|peut-etre|forse|backup|back-up|reserve|standby|stand-by|archiv|den(?:y|ied)|nope\b|spam|hidden|private?\b|inactiv|inaktiv|disabled|duplicate|invalid|incomplete|remov|reject|desk reject|early reject|declin|refus|withdraw|submit|pending|propos|wait|draft|delet|review|no\b|abgelehnt|eingereicht|zuruckgezogen|warteliste|entwurf|nein\b|rechazad|enviad|pendient|retirad|rejeitad|submetid|pendente|rifiutat|inviat|in attesa|soumis|en attente)/;
const CANCELLED_WORD = /^(?:cancel|abgesagt|annul|anulad)/;

/**
 * Translates the state that a person wrote into pretalx's words. An unknown word means `accepted` if the session has a
 * time, as the sponsors' sessions of PyConES do. EasyChair marks a decision that is not final: "accept?", "PROBABLY accept".
 */
export function translateState(text: string, { isScheduled }: { readonly isScheduled: boolean }): string {
  const state = fold(text.trim());
  if (state.endsWith('?')) return state;
  if (state === '' || (ACCEPTED_WORD.test(state) && !REFUSED_WORD.test(state))) return state && 'accepted';
  if (CANCELLED_WORD.test(state)) return 'canceled';
  return isScheduled && !REFUSED_WORD.test(state) ? 'accepted' : state;
}

/** True if the words of a column tell that some of its entries are accepted and others are not, whatever its name. */
export function areStates(words: readonly string[]): boolean {
  const states = words.map(word => fold(word.trim())).filter(state => state !== '');
  return (
    states.some(state => /^(?:accept|angenommen|aceptad|aceit|accettat|retenu)/.test(state)) &&
    states.some(state => /^(?:reject|declin|refus|abgelehnt|rechazad|rejeitad|rifiutat)/.test(state)) &&
    states.every(
      state =>
        state.length < 40 &&
        (ACCEPTED_WORD.test(state) || REFUSED_WORD.test(state) || CANCELLED_WORD.test(state)),
    )
  );
}

/** "Cancelled" as titles say it in the languages of the conferences whose files we read. */
const CANCELLED =
  '(?:cancell?ed|abgesagt|f[äa]llt aus|entf[äa]llt|annul[ée]e?|cancelad[oa]|anulad[oa]|annullat[oa]|cancellat[oa])';
const SAYS_CANCELLED = new RegExp(CANCELLED, 'iu');
/** Signs such as ❌ and 🚫, which some put around the word; then it needs no brackets or colon. */
const SIGN = String.raw`[\p{So}\u200d\ufe0f]`;
const IN_FRONT = new RegExp(
  String.raw`^(?:[\s*!]|${SIGN})*(?:[[(] ?${CANCELLED} ?!?[\])]|${CANCELLED}\**\s*!?:|${CANCELLED}\** [–—-]|(?<=${SIGN}\s*)${CANCELLED}(?![\p{L}\p{N}]))(?:[\s*:–—-]|${SIGN})*`,
  'iu',
);
const BEHIND = new RegExp(
  String.raw`(?:\s|${SIGN}){0,8}(?:[[(] ?${CANCELLED} ?!?[\])]| [–—-] ${CANCELLED}|(?<=${SIGN}\s{0,8})${CANCELLED})(?:[\s!*]|${SIGN})*$`,
  'iu',
);
/** Without brackets or a colon only capitals are a mark: "Cancelled flights, and what we learnt" is a title. */
const SHOUTED = /^(?:CANCELL?ED|ABGESAGT|ANNUL[ÉE]E?|CANCELAD[OA]|ANULAD[OA]|ANNULLAT[OA])\s+(?=\S)/u;
const STRUCK = /^\s*(?:<(s|del|strike)>(.*)<\/\1>|~~(.*)~~)\s*$/isu;

/** Separates a title from its mark that the talk is cancelled: "CANCELLED: <s>Ceph at sea</s>", "Ceph at sea [abgesagt]". */
export function readCancellation(raw: string): { readonly title: string; readonly status: Talk['status'] } {
  // Few titles have the word, and the patterns of where it may stand take long.
  const marked = SAYS_CANCELLED.test(raw)
    ? raw.replace(IN_FRONT, '').replace(BEHIND, '').replace(SHOUTED, '')
    : raw;
  const struck = STRUCK.exec(marked);
  const title = (struck?.[2] ?? struck?.[3] ?? marked).trim();
  if (title === raw.trim()) return { title: raw, status: 'confirmed' };
  return { title: title === '' ? raw : title, status: 'cancelled' };
}
