import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEntity } from '../../../src/local-slack/block-kit/entity.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { talkCard, talkPane } from '../../../src/slack/links/talk-entity.ts';
import { programme, talk } from '../../support/conference.ts';
import { hostileTalk, hostileText } from '../../support/hostile.ts';

const PASTED = 'https://talks.example.org/talk/5';

function fieldsOf(shown: ReturnType<typeof talkCard>): Record<string, unknown> {
  const { custom_fields: fields = [] } = shown.entity_payload;
  return Object.fromEntries(fields.map(({ key, value }) => [key, value]));
}

function card(given: Partial<Talk>, change?: string) {
  const made = talk(given);
  return talkCard({ talk: made, programme: programme([made]), change }, PASTED);
}

test('a card says how its talk changed, and how many times it is held', () => {
  const slot = (hour: string) => ({
    start: `2027-05-11T${hour}:00:00+02:00`,
    end: `2027-05-11T${hour}:40:00+02:00`,
    rooms: ['Quay Hall', 'Net Loft'],
    day: '2027-05-11',
  });
  expect(fieldsOf(card({ slots: ['10', '12', '14'].map(slot) }, 'Tue 11 May 09:00 → 10:00'))).toEqual({
    speakers: 'Ada Lund',
    when: 'Tue 11 May 10:00–10:40 and 2 more times',
    own_time: Date.UTC(2027, 4, 11, 8) / 1000,
    room: 'Quay Hall, Net Loft',
    track: 'Storage',
    change: 'Tue 11 May 09:00 → 10:00',
  });
});

test('a card leads to the page of its talk, or to the address that was posted', () => {
  const link = (kind: 'web' | 'video', url: string) => ({ kind, url, title: '' });
  const page = 'https://talks.example.org/talk/5/';
  expect(card({ links: [link('video', 'https://video.example/5'), link('web', page)] }).url).toBe(page);
  expect(card({}).url).toBe(PASTED);
});

test('a talk all day has no time of one’s own', () => {
  const slot = {
    start: '2027-05-11',
    end: undefined,
    rooms: [],
    day: '2027-05-11',
    untimed: 'all day',
  } as const;
  expect(fieldsOf(card({ slots: [slot], track: undefined }))).toEqual({
    speakers: 'Ada Lund',
    when: 'Tue 11 May, all day',
  });
});

test('a very long name of a conference is shortened to what Slack takes', () => {
  const made = talk({ title: 'Fog' });
  const of = programme([made], { name: 'sea '.repeat(100) });
  const card = talkCard({ talk: made, programme: of, change: undefined }, PASTED);
  expect(checkEntity(card, '', 'unfurl')).toEqual([]);
  expect(card.entity_payload.attributes.product_name?.length).toBeGreaterThan(200);
});

test('whatever stands in a file, Slack takes the card and the pane, and nothing in them is markup', () => {
  fc.assert(
    fc.property(hostileTalk, hostileText, fc.boolean(), (made, change, isStarred) => {
      const of = programme([made], { name: change });
      const found = { talk: made, programme: of, change };
      const stars = new Map([[change, new Set(isStarred ? [made.id] : [])]]);
      const pane = talkPane(found, { pastedUrl: PASTED, reader: { zone: undefined, stars } });
      expect([
        ...checkEntity(talkCard(found, PASTED), '', 'unfurl'),
        ...checkEntity(pane, '', 'details'),
      ]).toEqual([]);
    }),
  );
});
