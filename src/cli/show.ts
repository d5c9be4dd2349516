import type { Command } from 'commander';
import Fuse from 'fuse.js';
import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { talkWithId } from '../search/loaded.ts';
import { wholeTalkJson } from '../search/talk-json.ts';
import { isLike } from '../text/likeness.ts';
import { type ExitCode, type Io, jsonLine, type Paint, painter, printable, write } from './io.ts';
import { loadData } from './load-data.ts';
import { detailsOf } from './search.ts';

/** Fuse compares this many characters; nobody types a longer id. */
const ID_COMPARED = 32;

export function showCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('show')
    .description('show a talk as a whole')
    .argument('<id>', "the talk's id, as search gives it")
    .option('--data <dir>', 'the folder it is in, instead of DATA_DIR')
    .option('--json', 'print JSON')
    .action(async (id: string, options: { readonly data?: string; readonly json?: true }) => {
      const context = await loadData(options, io);
      const found = talkWithId(id, context);
      if (found === undefined) throw new Error(unknown(id, context.programme));
      const { talk } = found;
      await write(io.stdout, options.json ? jsonLine(wholeTalkJson(talk)) : talkText(talk, painter(io)));
      done(0);
    });
}

function talkText(talk: Talk, paint: Paint): string {
  const paragraphs = [
    `${paint('bold', printable(talk.title))}\n${detailsOf(talk)}`.trim(),
    ...talk.abstract.split(/\n{2,}/).map(printable),
    talk.links.map(({ title, url }) => printable(`${title} ${url}`).trim()).join('\n'),
    ...talk.speakers.map(({ name, bio, affiliation = '' }) => {
      const heading = [paint('bold', printable(name)), printable(affiliation)].filter(Boolean).join(', ');
      return `${heading}\n${printable(bio)}`.trim();
    }),
    paint('dim', `${printable(talk.id)} in ${printable(talk.file)}`),
  ];
  return `${paragraphs.filter(paragraph => paragraph !== '').join('\n\n')}\n`;
}

function unknown(id: string, { talks }: Programme): string {
  const nearest = nearestTo(id, talks);
  const hint = nearest === undefined ? '' : ` The nearest is ${nearest.id}, "${nearest.title}".`;
  return printable(`No talk has the id "${id}".${hint} Find ids with: lectern search WORDS`);
}

function nearestTo(id: string, talks: readonly Talk[]): Talk | undefined {
  const near = new Fuse(talks, { keys: ['id', 'title'], threshold: 1, ignoreLocation: true });
  const found = near.search(id.slice(0, ID_COMPARED), { limit: 1 })[0]?.item;
  return found !== undefined && (isLike(id, found.id) || isLike(id, found.title)) ? found : undefined;
}
