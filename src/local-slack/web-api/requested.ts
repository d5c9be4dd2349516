import type { IncomingMessage } from 'node:http';

/** What a request asks for. Any text may stand there, such as `//`, which is no address: nothing of it is checked. */
export function requested({ url = '/' }: IncomingMessage): {
  readonly path: string;
  readonly parameters: URLSearchParams;
} {
  const [path = '', ...parameters] = url.split('?');
  return { path, parameters: new URLSearchParams(parameters.join('?')) };
}
