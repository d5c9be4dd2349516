import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from elsewhere. Any website can make a browser on this machine send requests to the loopback,
 * and a name of its own can be made to lead there; but then `Origin` or `Host` says so.
 */
export function isForeign({ headers, socket }: IncomingMessage): boolean {
  const { localPort } = socket;
  // Browsers leave out the usual port of http.
  const port = localPort === 80 ? '' : `:${localPort}`;
  const hosts = ['localhost', '127.0.0.1', '[::1]'].map(name => `${name}${port}`);
  if (!hosts.includes(headers.host ?? '')) return true;
  return headers.origin !== undefined && !hosts.some(host => headers.origin === `http://${host}`);
}
