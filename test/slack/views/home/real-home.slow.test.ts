import { describe, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../../src/people/preferences.ts';
import { conferenceKey } from '../../../../src/programme/conference.ts';
import { buildProgramme } from '../../../../src/programme/joining/build.ts';
import type { Programme } from '../../../../src/programme/programme.ts';
import { home } from '../../../../src/slack/views/home/home.ts';
import { answeringFor } from '../../../support/answering.ts';
import { expectValidView } from '../../../support/block-kit.ts';
import { conference } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { loadedWithoutIndex } from '../../../support/loaded.ts';
import { hasRealProgrammes, importReal, realFiles } from '../../../support/real-programme.ts';

const STARS = 300;
const sources = realFiles(['json', 'xml', 'ics', 'csv']);

describe.skipIf(!hasRealProgrammes)('with 300 stars and 30 digests Slack takes the Home', () => {
  test.each(sources)('of %s', { timeout: 120_000 }, path => {
    const of = buildProgramme(conference({ name: undefined }), [importReal(path)]).programme;
    const asking = { ...of, conference: { ...of.conference, feedback: true } };
    for (const at of instants(of)) {
      expect(homeOf(of, at).blocks.length).toBeLessThan(75);
      expect(homeOf(asking, at).blocks.length).toBeLessThan(87);
    }
  });

  test('of several', () => {
    expect(sources.length).toBeGreaterThan(30);
  });
});

/** Before the conference, at each of a few of its sessions, and after it. */
function instants({ sessions }: Programme): readonly string[] {
  const starts = sessions.flatMap(({ startsAt }) => startsAt ?? []).sort((a, b) => a - b);
  const some = starts.filter((_, index) => index % Math.ceil(starts.length / 12) === 0);
  return ['1990-01-01T00:00Z', ...some.map(at => new Date(at).toISOString()), '2090-01-01T00:00Z'];
}

function homeOf(of: Programme, at: string) {
  const held = of.talks.filter(({ kind }) => kind !== 'break');
  const starred = held.filter((_, index) => index % Math.ceil(held.length / STARS) === 0);
  const stars = new Map([[conferenceKey(of.conference), new Set(starred.map(({ id }) => id))]]);
  const digests = Array.from({ length: 30 }, (_, index) => digest({ id: String(index) }));
  const context = answeringFor(loadedWithoutIndex(of), { at, zone: undefined, place: 'apart', stars });
  const alerts = digests.map(({ id }) => `day:2027-05-11 topic ${id}`);
  const news = held.map(({ id }) => ({ talkId: id, change: undefined, at: Date.parse(at) }));
  const view = home({
    ...context,
    own: { digests, alerts, ratings: [], preferences: DEFAULT_PREFERENCES },
    news,
  });
  expectValidView(view);
  return view;
}
