import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILTERS_LENGTH, plainFilters } from '../../../../src/conversation/digest/filters.ts';
import { readForm } from '../../../../src/slack/digest/form.ts';
import {
  forbiddenAnswer,
  listAnswer,
  orderedNotice,
  refusedAnswer,
} from '../../../../src/slack/views/digest/answers.ts';
import { digestForm, digestResult } from '../../../../src/slack/views/digest/form.ts';
import { mistakenAnswer } from '../../../../src/slack/views/digest/no-order.ts';
import { orderAnswer } from '../../../../src/slack/views/digest/order-result.ts';
import type { Digest } from '../../../../src/store/digests.ts';
import { expectValidMessage, expectValidView, reachingOut } from '../../../support/block-kit.ts';
import { cases } from '../../../support/cases.ts';
import { programme, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { hostileTalk, hostileText } from '../../../support/hostile.ts';
import { loadedWithoutIndex } from '../../../support/loaded.ts';

const hostileDigest = fc.record({ filters: hostileText, isNew: fc.boolean(), anyChannel: fc.boolean() });

test('whatever stands in a file or is typed, the form is valid, and sent unchanged it changes nothing', () => {
  fc.assert(
    fc.property(fc.array(hostileTalk, { minLength: 1, maxLength: 6 }), hostileDigest, (talks, given) => {
      const of = programme(talks);
      const filters = plainFilters(given.filters.slice(0, FILTERS_LENGTH));
      const ordered = digest({ filters, days: ['2027-05-11'], eve: true });
      const { isNew, anyChannel } = given;
      const draft = { digest: ordered, isNew, anyChannel, openedIn: ordered.channel, opened: '' };
      const there = [ordered, digest({ id: 'other', filters: given.filters })];
      const view = digestForm({ draft, there, programme: of, note: undefined });
      expectValidView(view);
      expect(reachingOut(view.blocks)).toEqual(
        given.anyChannel ? [] : [{ type: 'channel', channel_id: 'C0LOBBY001' }],
      );
      const hasDays = of.days.length > 0;
      expect(readForm(asSent(view), of)).toEqual({
        draft: { ...draft, digest: { ...ordered, days: hasDays ? ordered.days : 'daily' } },
        errors: {},
      });
    }),
    { numRuns: cases(150) },
  );
});

/** A form as Slack sends it where nobody has touched it: each field with what it began with. */
function asSent(view: ReturnType<typeof digestForm>) {
  const values = Object.fromEntries(
    view.blocks.flatMap(block => {
      if (!('element' in block) || block.block_id === undefined) return [];
      const element = block.element as unknown as Record<string, unknown>;
      const entered = {
        value: element.initial_value,
        selected_time: element.initial_time,
        selected_conversation: element.initial_conversation,
        selected_option: element.initial_option,
        selected_options: element.initial_options ?? [],
      };
      return [[block.block_id, { [String(element.action_id)]: entered }]];
    }),
  );
  return { private_metadata: view.private_metadata ?? '', state: { values } } as Parameters<
    typeof readForm
  >[0];
}

test.each<[string, Partial<Digest>]>([
  ['every day', {}],
  ['on Monday', { weekdays: [1] }],
  ['on days of the conference', { days: ['2027-05-11'] }],
])('seven days that are posted %s stay so in a form that nobody touches', (_when, given) => {
  const of = programme([
    talk({ slots: [{ start: '2027-05-11T09:00:00+02:00', end: undefined, rooms: [], day: '2027-05-11' }] }),
  ]);
  const ordered = digest({ span: 'week', ...given });
  const draft = { digest: ordered, isNew: false, anyChannel: false, openedIn: ordered.channel, opened: '' };
  const view = digestForm({ draft, there: [ordered], programme: of, note: undefined });
  expect(readForm(asSent(view), of)).toEqual({ draft, errors: {} });
});

test('more rooms than a menu takes come in groups', () => {
  const of = programme(
    Array.from({ length: 250 }, (_, index) =>
      talk({
        id: `t${index}`,
        slots: [
          {
            start: '2027-05-11T09:00:00+02:00',
            end: undefined,
            rooms: [`Room ${index} ${'x'.repeat(80)}`],
            day: '2027-05-11',
          },
        ],
      }),
    ),
  );
  const ordered = digest({ filters: 'room:"Room 249"' });
  const draft = { digest: ordered, isNew: false, anyChannel: false, openedIn: ordered.channel, opened: '' };
  const view = digestForm({ draft, there: [ordered], programme: of, note: 'Done.' });
  expectValidView(view);
  expect(readForm(asSent(view), of)).toEqual({ draft, errors: {} });
  const all = asSent(view);
  const rooms = of.rooms.slice(0, 60).map(room => optionIn(view, room));
  const values = { ...all.state.values, 'digest_rooms:lobby': { rooms: { selected_options: rooms } } };
  expect(readForm({ ...all, state: { values } }, of).errors).toEqual({
    'digest_tracks:lobby':
      'That is too many for one digest: choose fewer, and set up a second one for the rest.',
  });
});

function optionIn(view: object, room: string): { readonly value: string } {
  const label = room.slice(0, 20);
  const found = new RegExp(`"text":"${label}[^"]*","emoji":false},"value":"([^"]*)"`).exec(
    JSON.stringify(view),
  );
  return { value: found?.[1] ?? '' };
}

test('whatever is typed, every answer about digests is valid and names only people and channels of ours', () => {
  fc.assert(
    fc.property(fc.array(hostileTalk, { minLength: 1, maxLength: 4 }), hostileText, (talks, typed) => {
      const of = programme(talks);
      const loaded = loadedWithoutIndex(of);
      const ordered = digest({ filters: typed, reminders: true });
      const answers = [
        orderedNotice(ordered, { loaded, now: 0, before: undefined, rehearsal: true }),
        orderAnswer({ kind: 'placed', digest: ordered, inDoubt: true }, { loaded, now: 0 }),
        orderAnswer({ kind: 'overlapping', digest: ordered, others: [ordered] }, { loaded, now: 0 }),
        mistakenAnswer({
          kind: 'mistake',
          typed: typed.slice(0, 900),
          mistake: { kind: 'unknown', words: [typed], nearest: [typed] },
        }),
        listAnswer([ordered, digest({ channel: 'D0MIRA0001' })]),
        refusedAnswer(`No track “${typed.slice(0, 900)}”.`),
        forbiddenAnswer(['U0MIRA0001', 'U0JUNE0002']),
      ];
      for (const answer of answers) {
        expectValidMessage(answer);
        expectValidView(digestResult(answer));
        // Slack fills in the channel's name.
        expect(answer.text.replaceAll('<#C0LOBBY001>', '')).not.toMatch(/[<>]/);
      }
      expect(answers.map(answer => reachingOut(answer.blocks).length)).toEqual([1, 0, 0, 0, 1, 0, 2]);
    }),
    { numRuns: cases(200) },
  );
});
