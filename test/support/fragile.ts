import type { Setting } from '../../src/digest/setting.ts';
import { StoreFault } from '../../src/store/store-fault.ts';

/** How a step goes wrong: the process ends before it or just after it, or the database does not take it this time. */
export type Mishap = 'killed before' | 'killed after' | 'disk full';

export interface Fragile {
  readonly setting: Setting;
  /** How many steps were taken. */
  readonly steps: number;
}

/**
 * A setting of which each step that reaches beyond the process is counted, each statement of the database and each call to
 * Slack, and one goes wrong. After its end a process takes no step any more.
 */
export function fragile(setting: Setting, breaks: { readonly step: number; readonly by: Mishap }): Fragile {
  const made = { setting, steps: 0 };
  let isDead = false;
  const killed = () => {
    isDead = true;
    return new Error('This process is dead.');
  };
  const step = async <T>(work: () => Promise<T>, isOfStore: boolean): Promise<T> => {
    if (isDead) throw killed();
    made.steps += 1;
    const isNow = made.steps === breaks.step;
    if (isNow && breaks.by === 'killed before') throw killed();
    if (isNow && breaks.by === 'disk full' && isOfStore) throw new StoreFault('full', 'The disk is full.');
    const result = await work();
    if (isNow && breaks.by === 'killed after') throw killed();
    if (isDead) throw killed();
    return result;
  };
  const stepwise = <T extends object>(queries: T): T =>
    new Proxy(queries, {
      get: (target, name, self) => {
        const query: unknown = Reflect.get(target, name, self);
        if (!(query instanceof Function)) return query;
        return (...args: unknown[]) => step(() => Reflect.apply(query, target, args), true);
      },
    });
  const { store, post, edit } = setting;
  made.setting = {
    ...setting,
    store: {
      ...store,
      digests: stepwise(store.digests),
      deliveries: stepwise(store.deliveries),
      sending: stepwise(store.sending),
      told: stepwise(store.told),
    },
    post: (...args) => step(() => post(...args), false),
    edit: (...args) => step(() => edit(...args), false),
  };
  return made;
}
