import type { Talk } from '../../programme/talk.ts';

/** "Cancelled" as titles say it in the languages of the conferences whose files we read. */
const CANCELLED =
  '(?:cancell?ed|abgesagt|f[äa]llt aus|entf[äa]llt|annul[ée]e?|cancelad[oa]|anulad[oa]|annullat[oa]|cancellat[oa])';
const IN_FRONT = new RegExp(
  String.raw`^[\s*!]*(?:[[(] ?${CANCELLED} ?!?[\])]|${CANCELLED}\**\s*!?:|${CANCELLED}\** [–—-])[\s*:–—-]*`,
  'iu',
);
const BEHIND = new RegExp(String.raw`\s*(?:[[(] ?${CANCELLED} ?!?[\])]| [–—-] ${CANCELLED})[\s!*]*$`, 'iu');
/** Without brackets or a colon only capitals are a mark: "Cancelled flights, and what we learnt" is a title. */
const SHOUTED = /^(?:CANCELL?ED|ABGESAGT|ANNUL[ÉE]E?|CANCELAD[OA]|ANULAD[OA]|ANNULLAT[OA])\s+(?=\S)/u;
const STRUCK = /^\s*(?:<(s|del|strike)>(.*)<\/\1>|~~(.*)~~)\s*$/isu;

/** Parts a title from what it says of the talk's being cancelled: "CANCELLED: <s>Ceph at sea</s>", "Ceph at sea [abgesagt]". */
export function readCancellation(raw: string): { readonly title: string; readonly status: Talk['status'] } {
  const marked = raw.replace(IN_FRONT, '').replace(BEHIND, '').replace(SHOUTED, '');
  const struck = STRUCK.exec(marked);
  const title = (struck?.[2] ?? struck?.[3] ?? marked).trim();
  if (title === raw.trim()) return { title: raw, status: 'confirmed' };
  return { title: title === '' ? raw : title, status: 'cancelled' };
}
