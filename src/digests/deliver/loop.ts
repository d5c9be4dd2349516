import type { Setting } from '../setting.ts';
import { Delivering } from './delivering.ts';

/** How soon what is due is seen; a message that has to wait for its channel's second waits at most this longer. */
const TICK_MS = 250;

/** Delivers from now on, until it is stopped; what is under way is then finished. */
export function startDelivering(setting: Setting): { isReady(): boolean; stop(): Promise<void> } {
  const delivering = new Delivering(setting);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tick = async (): Promise<void> => {
    await delivering.tick();
    if (isStopped) return;
    timer = setTimeout(() => {
      ticking = tick();
    }, TICK_MS);
  };
  let ticking = tick();
  return {
    isReady: () => delivering.isReady,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await ticking;
      await delivering.settled();
    },
  };
}
