import type { ServerResponse } from 'node:http';
import type { Changes } from '../state/subscribers.ts';

/** Sends a value now and after each change, as server-sent events, for as long as somebody listens. */
export function streamEvents(response: ServerResponse, changes: Changes, read: () => unknown): void {
  let sent = '';
  let isDue = false;
  const send = (): void => {
    isDue = false;
    const data = JSON.stringify(read());
    if (data === sent || response.writableEnded) return;
    sent = data;
    response.write(`data: ${data}\n\n`);
  };
  // One act changes many things; whoever looks sees them at once.
  const unsubscribe = changes.subscribe(() => {
    if (isDue) return;
    isDue = true;
    setImmediate(send);
  });
  response.on('close', unsubscribe);
  send();
}
