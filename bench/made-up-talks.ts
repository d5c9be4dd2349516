import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = new URL('../data/harbour-cloud-days-2027/', import.meta.url);

/**
 * Writes talks in the abstracts' own format, made by recombining sentences and names of the sample conference. Returns the
 * titles and names that stand in them.
 */
export function writeTalks(
  folder: string,
  count: number,
): { readonly titles: readonly string[]; readonly names: readonly string[] } {
  const texts = sampleTexts();
  const titles = texts.map(text => text.split('\n')[0] ?? '');
  const sentences = texts.flatMap(text =>
    (/\*\*Abstract:\*\*\n\n(.*)\n/.exec(text)?.[1] ?? '').split(/(?<=\.) /),
  );
  const speakers = texts.flatMap(text => text.match(/^\* \*\*.*$/gm) ?? []);
  const next = numbers();
  const pick = <T>(list: readonly T[]): T => list[next() % list.length] as T;
  for (let number = 0; number < count; number += 1) {
    const title = `${pick(titles)}, part ${number + 1}`;
    const abstract = Array.from({ length: 8 }, () => pick(sentences)).join(' ');
    const track = join(folder, `track-${number % 17}`);
    mkdirSync(track, { recursive: true });
    const lines = [
      title,
      '~'.repeat(title.length),
      '',
      '**Abstract:**',
      '',
      abstract,
      '',
      '',
      pick(speakers),
      '',
      pick(speakers),
      '',
    ];
    writeFileSync(join(track, `talk-${number}.rst`), lines.join('\n'));
  }
  return { titles, names: speakers.flatMap(line => /\*\*(.*?)\*\*/.exec(line)?.[1] ?? []) };
}

function sampleTexts(): string[] {
  return readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(txt|rst)$/.test(file))
    .sort()
    .map(file => readFileSync(new URL(file, SAMPLE), 'utf8'));
}

/** The same numbers at every run: a linear congruential generator with the constants of Numerical Recipes. */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
