import { setTimeout as wait } from 'node:timers/promises';
import { StoreFault, type StoreFaultCode } from '../store-fault.ts';

const RETRY_MS = 5000;

/**
 * Does work again that failed with this fault, for a few seconds. The fault must be one that has changed nothing.
 * `pauseMs` is the time before the next attempt; attempts are counted from 1.
 */
export async function retryOn<T>(
  code: StoreFaultCode,
  work: () => T | Promise<T>,
  pauseMs: (attempt: number) => number,
): Promise<T> {
  const until = performance.now() + RETRY_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreFault && error.code === code) || performance.now() >= until) throw error;
    }
    await wait(pauseMs(attempt));
  }
}
