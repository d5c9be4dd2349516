import type { DeliveryContext } from '../../src/digests/delivery-context.ts';
import { StoreFault } from '../../src/store/store-fault.ts';

/**
 * How a step goes wrong: the process ends just after it, or the database does not take it this time. To end after a step
 * that only reads is to end after the one before it, so those are no steps to be killed after.
 */
export type Mishap = 'killed' | 'disk full';

const READING = new Set(
  `all beforeDay channelsWithTopics daysFrom find inChannel last lastTopic next noticesSince of ofAll ofDay overdue peopleWhoStarred remindedSince remindedSessions starsOf
  stale stuck talksToldBy unanswered wordsOf`.split(/\s+/),
);

export interface Fragile {
  readonly context: DeliveryContext;
  /** How many steps were taken. */
  readonly steps: number;
}

/**
 * A context of which each step that reaches beyond the process and can go wrong so is counted, each statement of the
 * database and each call to Slack, and one goes wrong. After its end a process takes no step any more.
 */
export function fragile(
  context: DeliveryContext,
  breaks: { readonly step: number; readonly by: Mishap },
): Fragile {
  const made = { context, steps: 0 };
  let isDead = false;
  const killed = () => {
    isDead = true;
    return new Error('This process is dead.');
  };
  const step = async <T>(work: () => Promise<T>, what: 'reads' | 'writes' | 'sends'): Promise<T> => {
    if (isDead) throw killed();
    const counts = breaks.by === 'killed' ? what !== 'reads' : what !== 'sends';
    if (counts) made.steps += 1;
    const isNow = counts && made.steps === breaks.step;
    if (isNow && breaks.by === 'disk full') throw new StoreFault('full', 'The disk is full.');
    const result = await work();
    if (isNow || isDead) throw killed();
    return result;
  };
  const stepwise = <T extends object>(queries: T): T =>
    new Proxy(queries, {
      get: (target, name, self) => {
        const query: unknown = Reflect.get(target, name, self);
        if (!(query instanceof Function)) return query;
        const what = READING.has(String(name)) ? 'reads' : 'writes';
        return (...args: unknown[]) => step(() => Reflect.apply(query, target, args), what);
      },
    });
  const { store, post, edit, setTopic } = context;
  made.context = {
    ...context,
    store: {
      ...store,
      digests: stepwise(store.digests),
      deliveries: stepwise(store.deliveries),
      roomDeliveries: stepwise(store.roomDeliveries),
      sending: stepwise(store.sending),
      snapshots: stepwise(store.snapshots),
      stars: stepwise(store.stars),
      alerts: stepwise(store.alerts),
      preferences: stepwise(store.preferences),
      calendarEntries: stepwise(store.calendarEntries),
      news: stepwise(store.news),
    },
    post: (...args) => step(() => post(...args), 'sends'),
    edit: (...args) => step(() => edit(...args), 'sends'),
    setTopic: (...args) => step(() => setTopic(...args), 'sends'),
  };
  return made;
}
