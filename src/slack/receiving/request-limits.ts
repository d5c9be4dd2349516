import { type Member, memberKey } from '../../people/stars.ts';
import { forgetOldest } from '../../text/remember.ts';
import type { Listener } from '../boundary.ts';
import { type Arguments, tellPerson } from '../tell-person.ts';
import type { RefusalLog } from './refusal-log.ts';
import { memberIn } from './request-source.ts';

/** So many requests in one moment, and from then on one in each interval. */
interface Limit {
  readonly burst: number;
  readonly intervalMs: number;
}

export interface Limits {
  readonly person: Limit;
  readonly workspace: Limit;
}

/**
 * A hand presses no more than that. A workspace may have thousands who ask when a keynote ends, and yet leaves room for
 * the others that a process serves.
 */
export const LIMITS: Limits = {
  person: { burst: 40, intervalMs: 1000 },
  workspace: { burst: 5000, intervalMs: 5 },
};
/** Once in a while only: each sentence costs a call to Slack. */
const TOLD: Limit = { burst: 1, intervalMs: 10_000 };
const KNOWN_AT_MOST = 50_000;

/** Those who ask too much: a person, a workspace, or the bearers of the token of assistants. */
export type TooMany = 'person' | 'workspace' | 'token';

/**
 * Counts the requests of each person and workspace by the generic cell rate algorithm (ATM Forum, Traffic Management 4.0):
 * for each there is the time at which all that was taken would be done, had it come evenly. Each process counts alone.
 */
export class RequestLimits {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #onTooMuch: (which: TooMany) => void;
  readonly #doneAt = new Map<string, number>();

  /** `now` is in milliseconds and never goes back. */
  constructor(limits: Limits, now: () => number, onTooMuch: (which: TooMany) => void = () => {}) {
    this.#limits = limits;
    this.#now = now;
    this.#onTooMuch = onTooMuch;
  }

  /** Undefined if the request is taken, else which of the two asks too much. */
  take({ workspace, person }: Member): 'person' | 'workspace' | undefined {
    const { person: perPerson, workspace: perWorkspace } = this.#limits;
    if (!this.#takes(memberKey({ workspace, person }), perPerson)) return this.#refuse('person');
    return this.#takes(`workspace ${workspace}`, perWorkspace) ? undefined : this.#refuse('workspace');
  }

  /** The bearers of the token of assistants are as many as a workspace has people, and nobody tells them apart. */
  takeOfToken(): 'token' | undefined {
    return this.#takes('token', this.#limits.workspace) ? undefined : this.#refuse('token');
  }

  #refuse<Which extends TooMany>(which: Which): Which {
    this.#onTooMuch(which);
    return which;
  }

  /** Whether it is time to tell a person that it is too much. */
  mayTell(member: Member): boolean {
    return this.#takes(`told ${memberKey(member)}`, TOLD);
  }

  #takes(key: string, { burst, intervalMs }: Limit): boolean {
    const now = this.#now();
    const doneAt = Math.max(this.#doneAt.get(key) ?? now, now) + intervalMs;
    if (doneAt - now > burst * intervalMs) return false;
    // Deleted first, so that those who ask now are the last to be forgotten.
    this.#doneAt.delete(key);
    this.#doneAt.set(key, doneAt);
    forgetOldest(this.#doneAt, KNOWN_AT_MOST);
    return true;
  }
}

/** Tells a person that it was too much. */
export const TOO_MUCH: Readonly<Record<'person' | 'workspace', string>> = {
  person: 'That was a lot at once. Please try again in a few seconds.',
  workspace: 'Many people here are asking Lectern right now. Please try again in a few seconds.',
};

/**
 * Passes on the requests that the limits allow. A person who asks more is told so: each time after `/talk`, where the sentence is the
 * acknowledgement, and else once in a while. A form that somebody has filled in counts and is always passed on, since what
 * they wrote would be lost. A link that somebody posts asks Lectern nothing, and does not count.
 */
export function limited(listener: Listener, limits: RequestLimits, refusals: RefusalLog): Listener {
  return args => {
    const asking = memberWhoAsks(args);
    const tooMuch = asking && takeOnce(asking, args.context, limits);
    if (asking === undefined || tooMuch === undefined || args.body.type === 'view_submission')
      return listener(args);
    refusals.refuse(`One ${tooMuch} sent more requests than the limit; they were left aside.`);
    return leaveAside(args, TOO_MUCH[tooMuch], () => limits.mayTell(asking));
  };
}

/** A command that could not be answered at once was counted before. */
function takeOnce(
  asking: Member,
  { counted }: Arguments['context'],
  limits: RequestLimits,
): ReturnType<RequestLimits['take']> {
  if (counted === undefined) return limits.take(asking);
  return counted === 'person' || counted === 'workspace' ? counted : undefined;
}

async function leaveAside(args: Arguments, sentence: string, mayTell: () => boolean): Promise<void> {
  if ('command' in args) return void (await tellPerson(args, sentence));
  // Before the sentence, which is a call to Slack: below what is not acknowledged in time, Slack shows a warning.
  if ('ack' in args && args.ack !== undefined) await (args.ack as () => Promise<void>)();
  if (mayTell()) await tellPerson(args, sentence);
}

/** Undefined if Slack tells of no person, of Lectern itself, or of a link. */
function memberWhoAsks(args: Arguments): Member | undefined {
  const { userId, botUserId } = args.context;
  const isLink = 'event' in args && args.event.type === 'link_shared';
  return userId === undefined || userId === botUserId || isLink ? undefined : memberIn(args.context, userId);
}
