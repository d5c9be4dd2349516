import type { Readable } from 'node:stream';

/**
 * The lines of a stream, without their ends. Only a line feed ends a line, and a carriage return before it goes with it:
 * node:readline would part lines at U+2028 too, which stand in titles.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}
