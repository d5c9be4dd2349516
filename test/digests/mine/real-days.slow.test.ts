import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { conference } from '../../support/conference.ts';
import { desk } from '../../support/desk.ts';
import { hasRealProgrammes, realBytes } from '../../support/real-programme.ts';

const PATH = 'ics/kubecon-eu-2026-0322.ics';
const EVENT = /BEGIN:VEVENT\r?\n[\s\S]*?END:VEVENT\r?\n/g;

function programmeOf(text: string): Programme {
  const draft = importFile({ path: PATH, bytes: Buffer.from(text) });
  return buildProgramme(conference({ timeZone: 'Europe/Amsterdam' }), [draft]).programme;
}

/** A later day of the same calendar, altered here: of every 40 events one is moved, one renamed and one gone. */
function laterDay(text: string): { readonly text: string; readonly altered: ReadonlySet<string> } {
  const altered = new Set<string>();
  let at = 0;
  const later = text.replace(EVENT, event => {
    const change = CHANGES[at++ % 40];
    if (change === undefined) return event;
    altered.add(/^UID:(.*?)\r?$/m.exec(event)?.[1] ?? '');
    return change(event);
  });
  return { text: later, altered };
}

const CHANGES: readonly ((event: string) => string)[] = [
  event => event.replace(/^(DT(?:START|END):\d{4})03(\d\d)/gm, '$104$2'),
  event => event.replace(/^SUMMARY:/m, 'SUMMARY:Now in colour: '),
  () => '',
];

test.runIf(hasRealProgrammes)(
  'between two days of a real calendar, those whose talk changed are told once, and nobody else',
  async () => {
    const first = realBytes(PATH).toString('utf8');
    const later = laterDay(first);
    const before = programmeOf(first);
    const made = desk({ programme: before, at: '2026-03-20T08:00:00Z' });
    const starred = before.talks.filter(({ kind }) => kind === 'talk');
    // A fan of each talk, by its id.
    for (const { id } of starred)
      await made.store.stars.star(
        { workspace: 'T1', person: id, conference: conferenceKey(before.conference), talk: id },
        made.now,
      );
    const by = [made.process(), made.process()];
    await made.until('2026-03-20T08:00:10Z', { by });
    made.show(programmeOf(later.text));
    await made.until('2026-03-20T08:15Z', { by });
    const ids = starred.map(({ id }) => id).filter(id => later.altered.has(id));
    expect(ids.length).toBeGreaterThan(30);
    expect(made.posted.map(({ channel }) => channel).sort()).toEqual(ids.sort());
  },
);
