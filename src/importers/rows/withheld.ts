import { nameKey } from '../../text/fold.ts';
import { remember } from '../../text/remember.ts';

/**
 * Tells by its other fields that an entry is not to be shown: `deleted_at`, `draft: true`, `active: N`. Returns the word
 * for its state, or undefined if it may be shown. Programs keep this beside the review state: Open Event, Sched, Jekyll.
 */
export function findWithheld(fields: Iterable<readonly [name: string, value: string]>): string | undefined {
  for (const [name, value] of fields) {
    const key = toKey(name);
    if (!isOfVisibility(key)) continue;
    const text = value.trim().toLowerCase();
    if (text === '') continue;
    if (DELETED_AT.test(key) && !isNo(text)) return 'deleted';
    if (HIDDEN.has(key) && isYes(text)) return key === 'removed' ? 'deleted' : key;
    if (SHOWN.has(key) && isNo(text)) return 'not public';
    if (CANCELLED.test(key) && !isNo(text)) return 'canceled';
    if (key === 'visibility' && HIDDEN_WORD.test(text)) return 'not public';
  }
  return undefined;
}

/** True for a field that says whether an entry is shown, so that it is not reported as unread. */
export function isVisibility(name: string): boolean {
  return isOfVisibility(toKey(name));
}

function isOfVisibility(key: string): boolean {
  return (
    DELETED_AT.test(key) || HIDDEN.has(key) || SHOWN.has(key) || CANCELLED.test(key) || key === 'visibility'
  );
}

/** Folds `isPublished`, `is_published` and `Published?` alike. */
const toKey = remember(name => nameKey(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')).replace(/^is-/, ''));

const CANCELLED = /^cancell?ed(?:-(?:at|on|date))?$/;
const HIDDEN_WORD = /^(?:private|hidden|draft|unlisted|internal|confidential|none|privat|intern|versteckt)$/;

const DELETED_AT = /^(?:deleted|removed|archived|trashed)-(?:at|on|date)$/;
const HIDDEN = new Set([
  'deleted',
  'removed',
  'archived',
  'hidden',
  'draft',
  'private',
  'rejected',
  'withdrawn',
  'disabled',
  'unlisted',
  'unpublished',
  'inactive',
  'spam',
  'geloscht',
  'zuruckgezogen',
  'abgelehnt',
  'versteckt',
  'entwurf',
  'brouillon',
  'borrador',
  'oculto',
]);
const SHOWN = new Set([
  'active',
  'published',
  'visible',
  'public',
  'enabled',
  'approved',
  'accepted',
  'selected',
  'show',
  'show-on-website',
  'show-in-schedule',
  'show-in-agenda',
  'angenommen',
  'akzeptiert',
  'accepte',
  'acceptee',
  'aceptado',
  'aceptada',
  'aceito',
  'aceita',
  'accettato',
  'accettata',
  'aktiv',
  'veroffentlicht',
  'sichtbar',
  'offentlich',
  'publie',
  'visible',
  'activo',
  'publicado',
  'publico',
]);

function isYes(text: string): boolean {
  return /^(?:true|yes|y|1|x|on|ja|oui|si|sí|sim|wahr|vrai|verdadero|✓|✔)$/.test(text);
}

function isNo(text: string): boolean {
  return /^(?:false|no|n|0|off|nein|non|não|nao|falsch|faux|falso|null|none|-)$/.test(text);
}
