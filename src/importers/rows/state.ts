import { fold } from '../../text/fold.ts';

/** What organisers write of a proposal that they took, in the languages of the sheets we read. */
const ACCEPTED =
  /^(?:accept|approv|confirm|schedul|publish|yes\b|ok\b|angenommen|akzeptiert|bestatigt|zugesagt|ja\b|aceptad|confirmad|aceit|aprovad|aprobad|si\b|sim\b|accettat|confermat|retenu)/;
const REFUSED =
  /^(?:reject|declin|refus|withdraw|submit|pending|propos|wait|draft|delet|review|no\b|abgelehnt|eingereicht|zuruckgezogen|warteliste|entwurf|nein\b|rechazad|enviad|pendient|retirad|rejeitad|submetid|pendente|rifiutat|inviat|in attesa|soumis|en attente)/;
const CANCELLED = /^(?:cancel|abgesagt|annul|anulad)/;

/**
 * How far a session has come, in pretalx's words; `accepted` for a word that nobody knows where the sheet has given the
 * session a time, as the sponsors' sessions of PyConES have it.
 */
export function stateOf(text: string, { isScheduled }: { readonly isScheduled: boolean }): string {
  const state = fold(text.trim());
  if (state === '' || ACCEPTED.test(state)) return state && 'accepted';
  if (CANCELLED.test(state)) return 'canceled';
  return isScheduled && !REFUSED.test(state) ? 'accepted' : state;
}
