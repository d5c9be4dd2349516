import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDataFolder } from '../../../src/live/data-folder.ts';
import { type Change, findChanges } from '../../../src/programme/changes.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { isHeld } from '../../../src/programme/talk.ts';
import type { Loaded } from '../../../src/search/loaded.ts';
import { composeDigest } from '../../../src/slack/views/digest/compose.ts';
import { groupByEach } from '../../../src/text/keys.ts';
import { addDays } from '../../../src/text/read-day.ts';
import { finish } from '../../../src/text/steps.ts';
import { digestMessages } from '../../../src/wiring/digests.ts';
import { LANGUAGES, type Language } from '../../../src/words/languages.ts';
import { expectValidMessage } from '../../support/block-kit.ts';
import { conference, programme } from '../../support/conference.ts';
import { digest } from '../../support/digests.ts';
import { loadedWith } from '../../support/loaded.ts';
import { inTime } from '../../support/post-time.ts';
import { hasRealProgrammes, importReal } from '../../support/real-programme.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/programmes/', import.meta.url));

/** Each file of each format, and each folder of many. */
const sources = hasRealProgrammes
  ? readdirSync(FOLDER)
      .filter(format => statSync(`${FOLDER}${format}`).isDirectory())
      .flatMap(format => readdirSync(`${FOLDER}${format}`).map(name => `${format}/${name}`))
  : [];

describe.skipIf(!hasRealProgrammes)('every day of every real programme', () => {
  test.each(sources)(
    'of %s is told in valid messages, each session once',
    { timeout: 120_000 },
    async path => {
      const of = await real(path);
      const loaded = loadedWith(of);
      const all = finish(findChanges(programme([]), of));
      for (const language of LANGUAGES) {
        for (const changes of [[], all])
          for (const day of of.days) expectWholeDay(day, loaded, { changes, language });
        expectWeeks(loaded, language);
        expectNotices(of, language);
      }
      if (of.days.length === 0) expectSpotlights(loaded);
    },
  );

  test('is some', () => {
    expect(sources.length).toBeGreaterThan(30);
  });
});

async function real(path: string): Promise<Programme> {
  if (!statSync(`${FOLDER}${path}`).isDirectory())
    return buildProgramme(conference({ name: undefined }), [importReal(path)]).programme;
  const { conferences } = await readDataFolder(`${FOLDER}${path}`);
  const [first] = conferences;
  if (first === undefined) throw new Error(`There is no conference in ${path}.`);
  return buildProgramme(first.conference, first.drafts).programme;
}

function expectWholeDay(
  day: string,
  loaded: Loaded,
  { changes, language }: { readonly changes: readonly Change[]; readonly language: Language },
): void {
  const order = digest({ language, ...TEXTS });
  const parts = composeDigest(order, day, {
    loaded,
    posted: inTime(order, day),
    changes,
    toldTalks: new Set(),
    rehearsal: true,
  });
  for (const part of parts) expectValidMessage(part.message);
  const said = loaded.programme.sessions.filter(
    ({ slot, talk }) => slot.day === day && talk.kind !== 'break' && talk.kind !== 'service',
  );
  const told = new Set(parts.flatMap(part => part.talks));
  const expected = said.some(({ talk }) => talk.status === 'confirmed')
    ? said.map(({ talk }) => talk.id)
    : [];
  expect([...told].sort()).toEqual([...new Set(expected)].sort());
  for (const { message } of parts) expect(message.text).not.toMatch(/…$/);
}

/** The longest words that organisers may put around a digest. */
const TEXTS = {
  intro: '*Good morning*! '.repeat(18),
  closing: 'See you tonight. '.repeat(17),
  sponsor: 'Net Loft '.repeat(11),
  sponsorLink: `https://example.org/${'loft/'.repeat(50)}`,
  mentionHere: true,
};

/** Week by week, each session once. */
function expectWeeks(loaded: Loaded, language: Language): void {
  const order = digest({ language, span: 'week', ...TEXTS });
  const told: string[] = [];
  const { days } = loaded.programme;
  for (let [day] = days; day !== undefined; ) {
    const parts = composeDigest(order, day, {
      loaded,
      posted: inTime(order, day),
      changes: [],
      toldTalks: new Set(),
      rehearsal: false,
    });
    for (const part of parts) expectValidMessage(part.message);
    told.push(...parts.flatMap(part => part.talks));
    const next = addDays(day, 7);
    day = days.find(each => each >= next);
  }
  const held = loaded.programme.sessions.filter(({ talk }) => isHeld(talk));
  for (const { talk } of held) expect(told).toContain(talk.id);
}

/** Before each time at which something begins; and of all that there is to tell as if it had just changed. */
function expectNotices(of: Programme, language: Language): void {
  for (const those of groupByEach(of.sessions, ({ slot }) => [slot.start]).values())
    expectValidMessage(digestMessages.reminder(digest({ language }), those, { folder: '', rehearsal: true }));
  expectValidMessage(
    digestMessages.changes(digest({ language }), finish(findChanges(programme([]), of)), {
      day: '2027-05-11',
      rehearsal: true,
    }),
  );
}

/** Day after day until every talk had its turn, none twice. */
function expectSpotlights(loaded: Loaded): void {
  const told = new Set<string>();
  for (;;) {
    const [part, ...others] = composeDigest(digest(), '2027-05-11', {
      loaded,
      posted: inTime(digest(), '2027-05-11'),
      changes: [],
      toldTalks: told,
      rehearsal: false,
    });
    expect(others).toEqual([]);
    if (part === undefined) break;
    expectValidMessage(part.message);
    for (const id of part.talks) {
      expect(told.has(id)).toBe(false);
      told.add(id);
    }
  }
  const all = loaded.programme.talks.filter(
    ({ kind, status }) => kind !== 'break' && kind !== 'service' && status === 'confirmed',
  );
  expect(told.size).toBe(all.length);
}
