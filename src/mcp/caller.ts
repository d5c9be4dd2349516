import { type Answering, placeStars, type Reader } from '../conversation/context.ts';
import { RESULTS_A_PAGE } from '../conversation/paging.ts';
import type { Member } from '../people/stars.ts';
import type { Loaded } from '../search/loaded.ts';
import type { ToolRefusal } from './refusal.ts';
import { readSlackIdentity, type SlackIdentity } from './slack-identity.ts';
import type { CallContext, StarWish } from './tool.ts';

/** Finds out for whom a request is answered, from what it says of the caller in `_meta`. */
export type ReadCaller = (meta: unknown) => Promise<CallContext | ToolRefusal>;

/** The people of Slack, and what they see and keep. */
export interface SlackPeople {
  /** The workspace to which all that is kept for a person belongs; a refusal if Lectern is not installed there. */
  workspaceOf(identity: SlackIdentity): Promise<{ readonly workspace: string } | ToolRefusal>;
  /** The conferences that a workspace sees now. */
  seenIn(workspace: string): Loaded;
  /** A sentence for a person who has asked too much lately; undefined if this request is taken. Each counts. */
  refuseTooMuch(member: Member): ToolRefusal | undefined;
  starsOf(member: Member): Promise<NonNullable<Reader['stars']>>;
  keepStar(member: Member, star: StarWish): Promise<boolean>;
}

/** Everybody who is not known sees all conferences, and nobody's stars. */
export function readNobody(current: () => Loaded, now: () => number): ReadCaller {
  return async () => ({ answering: answeringFor(current(), now(), undefined), person: undefined });
}

const NO_IDENTITY =
  'Slack did not say for which person of which workspace it asks, so Lectern cannot tell what they may see.';

/** A person of Slack sees the conferences of their own workspace, and their own stars. */
export function readSlackPerson(people: SlackPeople, now: () => number): ReadCaller {
  return async meta => {
    const identity = readSlackIdentity(meta);
    if (identity === undefined) return { refusal: NO_IDENTITY };
    const found = await people.workspaceOf(identity);
    if ('refusal' in found) return found;
    const member = { workspace: found.workspace, person: identity.user };
    const tooMuch = people.refuseTooMuch(member);
    if (tooMuch !== undefined) return tooMuch;
    const stars = await people.starsOf(member);
    const loaded = people.seenIn(member.workspace);
    const placed = stars === 'unavailable' ? stars : placeStars(stars, loaded);
    return {
      answering: answeringFor(loaded, now(), placed),
      person: { ...member, keepStar: star => people.keepStar(member, star) },
    };
  };
}

/** Times are those of the conference: a model says them to a person whose zone it may know. */
function answeringFor(loaded: Loaded, now: number, stars: Reader['stars']): Answering {
  return {
    ...loaded,
    now,
    prefix: '',
    resultsMax: RESULTS_A_PAGE,
    reader: { zone: undefined, place: 'apart', stars },
  };
}
