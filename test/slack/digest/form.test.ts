import { describe, expect, test } from 'vitest';
import { FILTERS_LENGTH } from '../../../src/conversation/digest/filters.ts';
import {
  blockOf,
  type DigestDraft,
  type FilledForm,
  isDraft,
  readDraft,
  readForm,
  writeDraft,
} from '../../../src/slack/digest/form.ts';
import type { Digest } from '../../../src/store/digests.ts';
import { programme, talk } from '../../support/conference.ts';
import { digest } from '../../support/digests.ts';
import { harbour } from '../../support/harbour.ts';

const draft: DigestDraft = {
  digest: digest(),
  isNew: false,
  openedIn: 'C0LOBBY001',
  anyChannel: false,
  opened: '',
};

/** A form in which these blocks have these values. */
function form(values: FilledForm['state']['values'] = {}, of: DigestDraft = draft): FilledForm {
  const inForm = Object.entries(values).map(([block, entered]) => [blockOf(block, of.digest), entered]);
  return { private_metadata: writeDraft(of), state: { values: Object.fromEntries(inForm) } };
}

const chosen = (...values: string[]) => ({ selected_options: values.map(value => ({ value })) });

test('a draft travels in the form as it is', () => {
  expect(readDraft(writeDraft(draft))).toEqual(draft);
});

test.each([undefined, '', 'people/ceph', 'null', '{}', '{"digest":null}'])(
  'the metadata %j of another form is no draft',
  metadata => {
    expect([isDraft(metadata), isDraft(writeDraft(draft))]).toEqual([false, true]);
  },
);

test('a form in which nothing can be entered changes nothing', () => {
  expect(readForm(form(), harbour)).toEqual({ draft, errors: {} });
});

test('every field is read', () => {
  const filled = form({
    digest_channel: { channel: { selected_conversation: 'C0CORRIDOR' } },
    digest_time: { time: { selected_time: '18:45' } },
    digest_zone: { zone: { value: ' Europe/Lisbon ' } },
    digest_options: { options: chosen('eve', 'reminders', 'important') },
    digest_span: { span: { selected_option: { value: 'week' } } },
    digest_language: { language: { selected_option: { value: 'ja' } } },
    digest_intro: { intro: { value: '  Good \u0000 *morning*!\r\n\r\nCoffee ' } },
    digest_closing: { closing: { value: 'See you' } },
    digest_sponsor: { sponsor: { value: 'Net Loft' } },
    digest_sponsor_link: { sponsor_link: { value: 'https://example.org' } },
    digest_mention: { 'digest:mention': chosen('here') },
    digest_days: { days: chosen('2027-05-11') },
    digest_weekdays: { weekdays: chosen() },
    digest_tracks: { tracks: chosen('Storage') },
    digest_rooms: { rooms: chosen() },
  });
  expect(readForm(filled, harbour)).toEqual({
    draft: {
      ...draft,
      digest: digest({
        channel: 'C0CORRIDOR',
        timeOfDay: '18:45',
        timeZone: 'Europe/Lisbon',
        eve: true,
        reminders: true,
        changesInChannel: true,
        span: 'week',
        language: 'ja',
        intro: 'Good   *morning*!\nCoffee',
        closing: 'See you',
        sponsor: 'Net Loft',
        sponsorLink: 'https://example.org',
        mentionHere: true,
        days: ['2027-05-11'],
        filters: 'track:Storage',
      }),
    },
    errors: {},
  });
});

test('an emptied field of choices means all', () => {
  const ordered = digest({ days: ['2027-05-11'], eve: true, reminders: true, filters: 'track:Storage' });
  const filled = form(
    {
      digest_options: { options: chosen() },
      digest_days: { days: chosen() },
      digest_tracks: { tracks: chosen() },
    },
    { ...draft, digest: ordered },
  );
  expect(readForm(filled, harbour).draft.digest).toEqual(digest());
});

const weekOf = (weekdays: readonly string[], days: readonly string[] = []) =>
  readForm(
    form({
      digest_span: { span: { selected_option: { value: 'week' } } },
      digest_weekdays: { weekdays: chosen(...weekdays) },
      digest_days: { days: chosen(...days) },
    }),
    harbour,
  ).draft.digest;

test.each<[string, ReturnType<typeof weekOf>, Partial<Digest>]>([
  ['on Monday', weekOf([]), { weekdays: [1] }],
  ['on the days that were chosen', weekOf(['4']), { weekdays: [4] }],
  ['every day, if all are chosen', weekOf(['1', '2', '3', '4', '5', '6', '7']), { weekdays: [] }],
  ['on days of the conference', weekOf([], ['2027-05-11']), { days: ['2027-05-11'] }],
])('seven days are posted %s', (_when, read, given) => {
  expect(read).toEqual(digest({ span: 'week', ...given }));
});

test('a digest of only changes takes nothing that it would never say', () => {
  const filled = form({
    digest_options: { options: chosen('changes') },
    digest_intro: { intro: { value: 'Welcome' } },
    digest_closing: { closing: { value: 'See you' } },
    digest_sponsor: { sponsor: { value: 'Net Loft' } },
    digest_mention: { 'digest:mention': chosen('here') },
  });
  const error = (name: string) => `A digest of only changes has no ${name}: leave one of the two out.`;
  expect(readForm(filled, harbour).errors).toEqual({
    'digest_options:lobby': error('@here'),
    'digest_intro:lobby': error('intro'),
    'digest_closing:lobby': error('closing line'),
    'digest_sponsor:lobby': error('sponsor'),
  });
});

test('texts that are too long are told below their fields', () => {
  const long = { value: 'x'.repeat(301) };
  const filled = form({ digest_intro: { intro: long }, digest_sponsor: { sponsor: long } });
  expect(readForm(filled, harbour).errors).toEqual({
    'digest_intro:lobby': 'The intro may have 300 characters and has 301.',
    'digest_sponsor:lobby': 'The sponsor may have 100 characters and has 301.',
  });
});

test('the longest texts and filters fit into what a form carries', () => {
  const texts = { intro: '"'.repeat(300), closing: '"'.repeat(300), sponsorLink: 'x'.repeat(300) };
  const long = digest({ ...texts, filters: '"'.repeat(FILTERS_LENGTH) });
  expect(writeDraft({ ...draft, digest: long }).length).toBeLessThan(3000);
});

describe('the time zone', () => {
  const zone = (value: string) => readForm(form({ digest_zone: { zone: { value } } }), harbour);

  test.each([
    ['europe/lisbon', 'Europe/Lisbon'],
    ['UTC', 'UTC'],
    ['+02:00', '+02:00'],
    ['UTC+02:00', '+02:00'],
  ])('%s is %s', (typed, timeZone) => {
    expect([zone(typed).draft.digest.timeZone, zone(typed).errors]).toEqual([timeZone, {}]);
  });

  test.each(['Atlantis', '', 'CET+1', '08:00'])('%j is none, and the former one stays', typed => {
    expect(zone(typed)).toEqual({
      draft,
      errors: { 'digest_zone:lobby': `There is no time zone "${typed}". Write it as Europe/Madrid.` },
    });
  });
});

describe('filters that are too long', () => {
  const rooms = Array.from({ length: 60 }, (_, index) => `Room ${index} of the long pier`);
  const of = (track: string | undefined) =>
    programme(
      rooms.map((room, index) =>
        talk({
          id: `t${index}`,
          track,
          slots: [{ start: '2027-05-11T09:00:00+02:00', end: undefined, rooms: [room], day: '2027-05-11' }],
        }),
      ),
    );
  const many = form({ digest_rooms: { rooms: chosen(...rooms.slice(0, 50)) } });
  const error = 'That is too many for one digest: choose fewer, and set up a second one for the rest.';

  test.each([
    ['the tracks', 'Storage', 'digest_tracks'],
    ['the rooms, without tracks', undefined, 'digest_rooms'],
  ])('are told below %s', (_where, track, block) => {
    const { draft: kept, errors } = readForm(many, of(track));
    expect([kept, errors]).toEqual([draft, { [`${block}:lobby`]: error }]);
  });

  test('are cut from none that fit', () => {
    const few = form({ digest_rooms: { rooms: chosen(...rooms.slice(0, 10)) } });
    const { draft: read, errors } = readForm(few, of('Storage'));
    expect(errors).toEqual({});
    expect(read.digest.filters.length).toBeLessThanOrEqual(FILTERS_LENGTH);
    expect(read.digest.filters).toContain('Room 9 of the long pier');
  });
});

test('days of the week and days of the conference exclude each other', () => {
  const both = form({
    digest_days: { days: chosen('2027-05-11') },
    digest_weekdays: { weekdays: chosen('1', '2') },
  });
  const error = 'Choose days of the week or days of the conference, not both.';
  expect(readForm(both, harbour).errors).toEqual({ 'digest_weekdays:lobby': error });
  const weekly = form({ digest_weekdays: { weekdays: chosen('2', '1') } });
  expect(readForm(weekly, harbour).draft.digest).toEqual(digest({ weekdays: [1, 2] }));
});
