import { Delivering } from './delivering.ts';
import type { Setting } from './setting.ts';

/** How soon what is due is seen; a message that has to wait for its channel's second waits at most this longer. */
const TICK_MS = 250;

/** Delivers from now on, until it is stopped; what is under way is then finished. */
export function startDelivering(setting: Setting): { stop(): Promise<void> } {
  const delivering = new Delivering(setting);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> = Promise.resolve();
  const tick = () => {
    if (isStopped) return;
    ticking = delivering.tick().then(() => {
      if (!isStopped) timer = setTimeout(tick, TICK_MS);
    });
  };
  ticking = setting.store.digests.orderedBy(setting.now()).then(tick, tick);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await ticking;
      await delivering.settled();
    },
  };
}
