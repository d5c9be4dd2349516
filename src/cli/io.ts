import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { Environment } from '../wiring/config.ts';

/** 0: done, also if nothing matched. 1: it failed or found errors. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** The parts of the process that a command may use. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Carries the answer and nothing else. */
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Environment;
  /** Resolves when the process is asked to end. From the first call on, that no longer ends it by itself. */
  askedToEnd(): Promise<string>;
}

/** Writes a text and waits until there is room for the next, so that a batch of any size passes through. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>(resolve => {
    stream.once('drain', resolve);
    stream.once('close', resolve);
  });
}

type Style = Parameters<typeof styleText>[0];

export type Paint = (style: Style, text: string) => string;

/** Colours text for a person at a terminal, unless NO_COLOR is set (no-color.org). */
export function painter({ stdout, env }: Io): Paint {
  const inColour = stdout.isTTY === true && !env.NO_COLOR;
  return (style, text) => (inColour ? styleText(style, text, { validateStream: false }) : text);
}

/** Puts a text on one line, without characters that could control the terminal. */
export function printable(text: string): string {
  return withoutControls(text.replace(/\s+/gu, ' '));
}

/** Removes the characters by which a text from a file or a person could control the terminal. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/**
 * Writes an object as one line, with its end. Readers in some languages end a line at characters that JSON leaves as they
 * are, so those are escaped.
 */
export function jsonLine(value: object): string {
  const json = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    end => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}

/**
 * Reads the lines of a stream, without their ends. A line ends at a line feed, with or without a carriage return before
 * it; node:readline would also end one at U+2028, which occurs in titles.
 */
export async function* readLines(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}
