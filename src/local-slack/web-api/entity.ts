import { checkEntity } from '../block-kit/entity.ts';
import { asString, isObject, type JsonObject } from '../json.ts';
import type { State } from '../state/state.ts';
import { parseStructured } from './requests.ts';
import { refuse, refuseViolations, succeed } from './responses.ts';

/** «status»: why there is nothing to show. */
const STATUSES = [
  'restricted',
  'internal_error',
  'not_found',
  'custom',
  'custom_partial_view',
  'timeout',
  'edit_error',
];

/** `entity.presentDetails`: the pane of a work object, for the person who opened it or pressed a button of it. */
export function presentDetails(args: JsonObject, { triggers, panes }: State): JsonObject {
  const metadata = parseStructured(args.metadata);
  const error = parseStructured(args.error);
  if (metadata === undefined && error === undefined) return refuse('missing_metadata');
  if (metadata !== undefined) {
    const violations = checkEntity(metadata, '/metadata', 'details');
    if (violations.length > 0) return refuseViolations('invalid_metadata', violations);
  } else if (!isObject(error) || !STATUSES.includes(asString(error.status) ?? ''))
    return refuse('invalid_arguments');
  const trigger = triggers.exchange(asString(args.trigger_id) ?? '');
  if (typeof trigger === 'string') return refuse(trigger);
  const { entityId, user } = trigger;
  if (entityId === undefined) return refuse('invalid_trigger_id');
  if (isObject(metadata)) {
    const { external_ref: ref } = metadata;
    if (!isObject(ref) || ref.id !== entityId) return refuse('entity_metadata_does_not_match_trigger');
    panes.show(user, entityId, { metadata });
  } else if (isObject(error)) panes.show(user, entityId, { error });
  return succeed();
}
