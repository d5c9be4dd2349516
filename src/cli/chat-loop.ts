import { createInterface } from 'node:readline';
import type { Workspace } from '../local/workspace.ts';
import type { Loaded } from '../search/loaded.ts';
import { conversation } from './conversation.ts';
import { countTalks } from './count-talks.ts';
import { counted } from './counted.ts';
import { exampleFor } from './example.ts';
import { type Io, painter, write } from './io.ts';
import { linesOf } from './lines.ts';

interface Host {
  readonly loaded: Loaded;
  readonly workspace: Workspace;
}

/** Answers each line of the input as Slack would be answered, until it ends. Only people at a terminal are greeted. */
export async function chat({ loaded, workspace }: Host, io: Io): Promise<void> {
  const isPerson = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const paint = painter(io);
  const talk = conversation(workspace);
  if (isPerson) {
    const example = `/talk ${exampleFor(loaded)}`;
    const prompt = paint('dim', `> ${example}`);
    await write(io.stdout, `${greeting(loaded, example)}\n\n${prompt}\n${await talk.answer(example)}\n\n\n`);
  }
  for await (const line of isPerson ? typedLines(io) : linesOf(io.stdin)) {
    if (line.trim() !== '') await write(io.stdout, `${await talk.answer(line.trim())}\n\n\n`);
  }
}

function greeting({ programme }: Loaded, example: string): string {
  const { conference, speakers } = programme;
  const size = `${counted(countTalks(programme), 'talk')}, ${counted(speakers.length, 'speaker')}`;
  return [
    `Lectern answers for ${conference.name ?? 'your conference'} (${size}), here as it would in Slack.`,
    `Type what you would type there, such as ${example}, /talk help or @Lectern storage; :1 presses a button, Ctrl-D ends.`,
  ].join('\n');
}

/** Lines with a prompt, and with what a terminal gives: editing, and the lines before by the arrow keys. */
async function* typedLines({ stdin, stdout }: Io): AsyncGenerator<string> {
  const prompt = createInterface({ input: stdin, output: stdout, prompt: '> ' });
  prompt.on('SIGINT', () => prompt.close());
  prompt.prompt();
  for await (const line of prompt) {
    yield line;
    prompt.prompt();
  }
}
