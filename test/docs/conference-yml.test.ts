import { expect, test } from 'vitest';
import { fillHeaders } from '../../src/sources/ask-source.ts';
import { CONFERENCE_SETTINGS, readConferenceFile } from '../../src/sources/settings/conference-file.ts';
import { CSV_SETTINGS } from '../../src/sources/settings/csv-setting.ts';
import { ROOM_SETTINGS } from '../../src/sources/settings/rooms-setting.ts';
import { SOURCE_SETTINGS } from '../../src/sources/settings/source-setting.ts';
import { codeIn, type DocsSection, docsPage } from '../support/docs-page.ts';

const page = docsPage('conference-yml.md');

/** A piece of a `conference.yml`, and what `lectern check` says of it; nothing of one that is right. */
interface Example {
  readonly yaml: string;
  readonly mistakes: string;
}

function examplesIn({ blocks }: DocsSection): readonly Example[] {
  return blocks.flatMap(({ language, text }, at) => {
    const next = blocks[at + 1];
    return language === 'yaml' ? { yaml: text, mistakes: next?.language === 'text' ? next.text : '' } : [];
  });
}

function headings(level: number): readonly string[] {
  return page.sections.filter(section => section.level === level).map(({ heading }) => heading);
}

function firstCells(heading: string): readonly string[] {
  return page.section(heading).rows.map(([first = '']) => codeIn(first)[0] ?? first);
}

test('the page has a section for each setting of a conference and of a source, and for no other', () => {
  expect([...headings(2)].sort()).toEqual([...CONFERENCE_SETTINGS].sort());
  expect([...headings(3)].sort()).toEqual([...SOURCE_SETTINGS].sort());
});

test('the tables of the page name each setting there is, and no other', () => {
  expect([...firstCells('conference.yml')].sort()).toEqual([...CONFERENCE_SETTINGS].sort());
  expect(firstCells('csv')).toEqual(CSV_SETTINGS);
  expect(firstCells('rooms')).toEqual(ROOM_SETTINGS);
});

test('the page shows each setting as it should be and as it should not', () => {
  const lacking = page.sections
    .filter(({ level }) => level > 0)
    .filter(section => {
      const examples = examplesIn(section);
      return (
        !examples.some(({ mistakes }) => mistakes === '') || examples.every(({ mistakes }) => mistakes === '')
      );
    });
  expect(lacking.map(({ heading }) => heading)).toEqual([]);
});

test.each(page.sections.flatMap(section => examplesIn(section)))(
  'says the truth of $yaml',
  ({ yaml, mistakes }) => expect(checked(yaml)).toBe(mistakes),
);

/** As `lectern check` prints the mistakes of a file, where of all variables only PRETALX_TOKEN is set. */
function checked(yaml: string): string {
  const { problems, sources } = readConferenceFile(yaml, { path: 'conference.yml', folder: '' });
  const variable = (name: string) => (name === 'PRETALX_TOKEN' ? 'abc' : undefined);
  const unanswerable = sources.flatMap(source => {
    const headers = fillHeaders(source, variable);
    return 'mistake' in headers
      ? { severity: 'error', line: source.line, message: `${headers.mistake}.` }
      : [];
  });
  return [...problems, ...unanswerable]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ severity, line, message }) => `${severity} conference.yml:${line}: ${message}\n`)
    .join('');
}
