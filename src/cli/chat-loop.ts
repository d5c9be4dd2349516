import { createInterface } from 'node:readline';
import type { Workspace } from '../local/workspace.ts';
import { examplesFrom } from '../search/examples.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import { conversation } from './conversation.ts';
import { countTalks } from './count-talks.ts';
import { counted } from './counted.ts';
import { type Io, painter, write } from './io.ts';
import { linesOf } from './lines.ts';

interface Host {
  readonly loaded: Loaded;
  readonly workspace: Workspace;
}

interface Manner {
  /** Who is greeted: everyone, or only people at a terminal, where a program reads nothing but answers. */
  readonly greet: 'everyone' | 'people';
}

/**
 * Answers each line of the input as Slack would be answered, until it ends. False where nobody was there: the input ended
 * without a line and was no terminal.
 */
export async function chat({ loaded, workspace }: Host, io: Io, { greet }: Manner): Promise<boolean> {
  const isPerson = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const paint = painter(io);
  const talk = conversation(workspace);
  if (isPerson || greet === 'everyone') {
    const example = exampleFor(loaded);
    const prompt = paint('dim', `> ${example}`);
    await write(io.stdout, `${greeting(loaded, example)}\n\n${prompt}\n${await talk.answer(example)}\n\n\n`);
  }
  let lines = 0;
  for await (const line of isPerson ? typedLines(io) : linesOf(io.stdin)) {
    lines += 1;
    if (line.trim() !== '') await write(io.stdout, `${await talk.answer(line.trim())}\n\n\n`);
  }
  return isPerson || lines > 0;
}

function greeting({ programme }: Loaded, example: string): string {
  const { conference, speakers } = programme;
  const size = `${counted(countTalks(programme), 'talk')}, ${counted(speakers.length, 'speaker')}`;
  return [
    `Lectern answers for ${conference.name ?? 'your conference'} (${size}), here as it would in Slack.`,
    `Type what you would type there, such as ${example}, /talk help or @Lectern storage; :1 presses a button, Ctrl-D ends.`,
  ].join('\n');
}

/** The example of the manual where this programme has an answer to it, else one of the programme's own. */
function exampleFor({ programme, index }: Loaded): string {
  const known = find(index, 'ceph').talks.length > 0 ? 'ceph' : examplesFrom(programme)[0];
  return `/talk ${known ?? 'help'}`;
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
