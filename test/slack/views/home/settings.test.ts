import { expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../../src/people/preferences.ts';
import {
  forgottenMessage,
  settingsForm,
  settingsMessage,
} from '../../../../src/slack/views/home/settings.ts';
import { expectValidMessage, expectValidView } from '../../../support/block-kit.ts';
import { digest } from '../../../support/digests.ts';
import { read } from '../../../support/read.ts';

const CHOSEN = { reminders: 15, changes: false, quietHours: { from: '21:30', to: '06:45' } } as const;

/** The first values of the form's fields. */
function initialValues(view: ReturnType<typeof settingsForm>): unknown[] {
  return view.blocks.flatMap(block => {
    if (block.type !== 'input' || !('element' in block)) return [];
    const { element } = block;
    if (element.type === 'static_select') return element.initial_option?.value;
    if (element.type === 'checkboxes') return (element.initial_options ?? []).length > 0;
    return element.type === 'timepicker' ? element.initial_time : [];
  });
}

test('the form begins with what was chosen, or with the defaults', () => {
  const [first, later] = [
    settingsForm(DEFAULT_PREFERENCES, undefined),
    settingsForm(CHOSEN, 'Asia/Kathmandu'),
  ];
  for (const view of [first, later]) expectValidView(view);
  expect(initialValues(first)).toEqual(['off', true, false, '22:00', '08:00']);
  expect(initialValues(later)).toEqual(['15', false, true, '21:30', '06:45']);
});

test('the form says what is kept, and how it is deleted', () => {
  expect(read(settingsForm(CHOSEN, 'Asia/Kathmandu').blocks)).toEqual([
    'Reminders before your talks: ____',
    'Changes: ____',
    'Quiet hours: ____',
    'Quiet from: ____',
    'Quiet to: ____',
    'These are times on your own clock, now in Asia/Kathmandu.',
    '---',
    'What Lectern keeps about you: the talks that you starred and how you rated them, these settings, your alerts, your calendar feeds, the digests that you ordered, and for an hour what you did last, so that undo can take it back. It does not keep your name, nor who searched for what: organisers see ratings and counts of searches without people. Nobody else in Slack sees them, except your digests; the details of a talk say how many people here starred it, from three on, and not who. The people who run Lectern can read its database. | Forget me deletes your stars, ratings, settings, alerts and calendar feeds at once. Digests belong to their channels and stay.',
    '[Forget me]',
  ]);
});

test.each([
  [
    { stars: 3, preferences: 1, feeds: 2 },
    [],
    'Lectern has forgotten you: 3 stars, your settings, 2 calendar feeds.',
  ],
  [
    { stars: 1, ratings: 2, preferences: 0, acts: 1 },
    [],
    'Lectern has forgotten you: 1 star, 2 ratings, what you did last.',
  ],
  [{ stars: 0, preferences: 0 }, [], 'Lectern kept nothing about you.'],
  [
    { stars: 0, preferences: 1 },
    [digest()],
    'Lectern has forgotten you: your settings.\n1 digest that you ordered belongs to its channel and stays: to remove it, press Change on the Home, or type /talk digest in the channel.',
  ],
  [
    { stars: 0, preferences: 0 },
    [digest(), digest({ id: 'quay' })],
    'Lectern kept nothing about you.\n2 digests that you ordered belong to their channels and stay: to remove one, press Change on the Home, or type /talk digest in the channel.',
  ],
])('of %j and %j it says what was forgotten and what stays', (forgotten, digests, text) => {
  const message = forgottenMessage({ ratings: 0, feeds: 0, alerts: 0, acts: 0, ...forgotten }, digests);
  expectValidMessage(message);
  expect(message.text).toBe(text);
  expect(read(message.blocks)).toEqual([text.replace('\n', ' | ')]);
});

test('where no form can be opened a button leads to it', () => {
  expectValidMessage(settingsMessage());
  expect(read(settingsMessage().blocks)).toEqual([
    'Your reminders, changes and quiet hours, and Forget me: press Settings. Only you see them.',
    '[Settings]',
  ]);
});
