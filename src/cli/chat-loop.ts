import { clearLine, createInterface, cursorTo } from 'node:readline';
import type { Workspace } from '../local-slack/workspace.ts';
import type { Loaded } from '../search/loaded.ts';
import { pluralise } from '../text/plural.ts';
import { conversation } from './conversation.ts';
import { countTalks } from './count-talks.ts';
import { exampleFor } from './example.ts';
import { type Io, painter, write } from './io.ts';
import { linesOf } from './lines.ts';

interface Host {
  readonly loaded: Loaded;
  readonly workspace: Workspace;
}

/**
 * Answers each line of the input as Slack would be answered, until it ends, and shows what comes by itself meanwhile. Only
 * people at a terminal are greeted.
 */
export async function chat({ loaded, workspace }: Host, io: Io): Promise<void> {
  const isPerson = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const paint = painter(io);
  const talk = conversation(workspace);
  if (isPerson) {
    const example = `/talk ${exampleFor(loaded)}`;
    const prompt = paint('dim', `> ${example}`);
    await write(io.stdout, `${greeting(loaded, example)}\n\n${prompt}\n${await talk.answer(example)}\n\n\n`);
  }
  const { lines, say } = isPerson ? typed(io) : piped(io);
  let isAnswering = false;
  const sayWhatCame = async () => {
    for (const text of talk.arrived()) await say(`${text}\n\n\n`);
  };
  const unsubscribe = workspace.onChange(() => {
    if (!isAnswering) void sayWhatCame();
  });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    isAnswering = true;
    await write(io.stdout, `${await talk.answer(line.trim())}\n\n\n`);
    isAnswering = false;
    await sayWhatCame();
  }
  unsubscribe();
}

/** What is typed, and a way to say something in between. */
interface Lines {
  readonly lines: AsyncIterable<string>;
  say(text: string): Promise<void>;
}

function piped({ stdin, stdout }: Io): Lines {
  return { lines: linesOf(stdin), say: text => write(stdout, text) };
}

function greeting({ programme }: Loaded, example: string): string {
  const { conference, speakers } = programme;
  const size = `${pluralise(countTalks(programme), 'talk')}, ${pluralise(speakers.length, 'speaker')}`;
  return [
    `Lectern answers for ${conference.name ?? 'your conference'} (${size}), here as it would in Slack.`,
    `Type what you would type there, such as ${example}, /talk help or @Lectern storage; :1 presses a button, Ctrl-D ends.`,
  ].join('\n');
}

/** Lines with a prompt, and with what a terminal gives: editing, and the lines before by the arrow keys. */
function typed({ stdin, stdout }: Io): Lines {
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
