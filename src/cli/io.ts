import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { Environment } from '../wiring/config.ts';

/** 0: done, also where nothing matched. 1: it failed or found errors. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command may use of the process that it runs in. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Carries the answer and nothing else. */
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Environment;
  /** Resolves when the process is asked to end. From the first call on, that no longer ends it by itself. */
  askedToEnd(): Promise<void>;
}

/** Writes a text and waits until there is room for the next, so that a batch of any size passes through. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>(resolve => {
    stream.once('drain', resolve);
    stream.once('close', resolve);
  });
}

export type Style = Parameters<typeof styleText>[0];

/** Colours for a person who looks at a terminal and did not ask for none (no-color.org). */
export function painter({ stdout, env }: Io): (style: Style, text: string) => string {
  const inColour = stdout.isTTY === true && !env.NO_COLOR;
  return (style, text) => (inColour ? styleText(style, text, { validateStream: false }) : text);
}

/** The text on one line, without what could steer the terminal. */
export function printable(text: string): string {
  return withoutControls(text.replace(/\s+/gu, ' '));
}

/** Without the characters by which what stands in a file, or was typed, could steer the terminal. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
