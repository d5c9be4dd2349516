import { clearLine, createInterface, cursorTo } from 'node:readline';
import type { Workspace } from '../../local-slack/workspace.ts';
import type { Loaded } from '../../search/loaded.ts';
import { pluralise } from '../../text/display.ts';
import { type Io, painter, readLines, write } from '../io.ts';
import { exampleQuery } from '../load-data.ts';
import { ChatSession } from './chat-session.ts';

interface Host {
  readonly loaded: Loaded;
  readonly workspace: Workspace;
}

/**
 * Answers each line of the input as Lectern would in Slack, until it ends, and shows messages that come by themselves. Only
 * people at a terminal are greeted.
 */
export async function chat({ loaded, workspace }: Host, io: Io): Promise<void> {
  const isPerson = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const paint = painter(io);
  const session = new ChatSession(workspace);
  if (isPerson) {
    const example = `/talk ${exampleQuery(loaded)}`;
    const prompt = paint('dim', `> ${example}`);
    await write(
      io.stdout,
      `${greeting(loaded, example)}\n\n${prompt}\n${await session.answer(example)}\n\n\n`,
    );
  }
  const { lines, say } = isPerson ? readTerminal(io) : readPipe(io);
  let isAnswering = false;
  const showArrivals = async () => {
    for (const text of session.arrivals()) await say(`${text}\n\n\n`);
  };
  const unsubscribe = workspace.onChange(() => {
    if (!isAnswering) void showArrivals();
  });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    if (LEAVING.test(line.trim())) break;
    isAnswering = true;
    await write(io.stdout, `${await session.answer(line.trim())}\n\n\n`);
    isAnswering = false;
    await showArrivals();
  }
  unsubscribe();
}

/** As one leaves a shell; a talk on `exit` is asked for by /talk exit. */
const LEAVING = /^(?:exit|quit|:q)$/iu;

/** The lines of the input, and a way to print something between them. */
interface Lines {
  readonly lines: AsyncIterable<string>;
  say(text: string): Promise<void>;
}

function readPipe({ stdin, stdout }: Io): Lines {
  return { lines: readLines(stdin), say: text => write(stdout, text) };
}

function greeting({ programme }: Loaded, example: string): string {
  const { conference, speakers } = programme;
  const size = `${pluralise(programme.talkCount, 'talk')}, ${pluralise(speakers.length, 'speaker')}`;
  return [
    `Lectern answers for ${conference.name ?? 'your conference'} (${size}), here as it would in Slack.`,
    `Type what you would type there, such as ${example}, /talk help or @Lectern storage; :1 presses a button, exit or Ctrl-D ends.`,
  ].join('\n');
}

/** Reads lines behind a prompt; they can be edited, and the arrow keys bring back earlier ones. */
function readTerminal({ stdin, stdout }: Io): Lines {
  const readline = createInterface({ input: stdin, output: stdout, prompt: '> ' });
  let isOpen = true;
  readline.on('SIGINT', () => readline.close());
  readline.once('close', () => {
    isOpen = false;
  });
  // Ctrl-D may come before the lines above it are answered. A closed readline throws if it is to prompt (Node 24).
  const prompt = (keepCursor: boolean) => {
    if (isOpen) readline.prompt(keepCursor);
  };
  return {
    lines: prompted(readline, prompt),
    // The prompt, and what was typed behind it, goes below.
    say: async text => {
      cursorTo(stdout, 0);
      clearLine(stdout, 0);
      await write(stdout, text);
      prompt(true);
    },
  };
}

async function* prompted(
  lines: AsyncIterable<string>,
  prompt: (keepCursor: boolean) => void,
): AsyncGenerator<string> {
  prompt(false);
  for await (const line of lines) {
    yield line;
    prompt(false);
  }
}
