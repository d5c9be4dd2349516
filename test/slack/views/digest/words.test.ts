import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/local-slack/json.ts';
import { formatMessage } from '../../../../src/local-slack/text/blocks.ts';
import type { Change } from '../../../../src/programme/changes.ts';
import { digestMessages } from '../../../../src/slack/views/digest/words.ts';
import { expectValidMessage } from '../../../support/block-kit.ts';
import { programme, speaker, talk } from '../../../support/conference.ts';
import { delivery, digest } from '../../../support/digests.ts';

const {
  changes: changed,
  reminder: soon,
  emptyPart: emptied,
  markRepeated: repeated,
  question,
  settledQuestion: answered,
  missedNotice: missed,
  refusedNotice: refused,
  endNotice: ended,
} = digestMessages;

function read(message: { readonly text: string; readonly blocks: readonly object[] }): string {
  expectValidMessage(message);
  const findName = (id: string) => ({ C0LOBBY001: 'lobby' })[id];
  return formatMessage({ text: message.text, blocks: message.blocks as readonly JsonObject[] }, { findName });
}

const slot = { end: undefined, rooms: ['Quay Hall'], day: '2027-05-11' };
const at9 = talk({ slots: [{ ...slot, start: '2027-05-11T09:00:00+02:00' }] });
const at10 = talk({ slots: [{ ...slot, start: '2027-05-11T10:00:00+02:00' }] });

describe('in the channel', () => {
  test('a change says what it was and what it is', () => {
    const message = changed([{ kind: 'moved', talk: at10, before: at9 }], false);
    expect(read(message)).toBe(
      'Changed since this was posted\n• Ceph at sea, Ada Lund: Tue 11 May 09:00, Quay Hall → Tue 11 May 10:00, Quay Hall',
    );
    expect(message.text).toBe(
      'Changed since this was posted\nCeph at sea, Ada Lund: Tue 11 May 09:00, Quay Hall → Tue 11 May 10:00, Quay Hall',
    );
  });

  test('another zone is said once, however many talks it concerns', () => {
    const inLondon = talk({ slots: [{ ...slot, start: '2027-05-11T09:00:00+01:00' }] });
    const change: Change = { kind: 'zone', talk: inLondon, before: at9 };
    expect(read(changed([change, change], false))).toBe(
      'Changed since this was posted\n• Times are in another zone now: UTC+02:00 → UTC+01:00',
    );
  });

  test('of a hundred changes those are counted that do not fit', () => {
    const changes = Array.from(
      { length: 100 },
      (_, index): Change => ({ kind: 'cancelled', talk: { ...at9, title: `Lamp ${index}` } }),
    );
    expect(read(changed(changes, true))).toMatch(
      /^Rehearsal: Changed since this was posted\n(• .*\n){60}And 40 more: the messages above are as the programme is now\.$/,
    );
  });

  test('talks are announced by their time', () => {
    const [session] = programme([at9]).sessions;
    if (session === undefined) throw new Error('There is no session.');
    const message = soon(digest(), [session], { folder: '', rehearsal: false });
    expect(read(message)).toBe(`Starting at 09:00 (your time: Tue 11 May 09:00)
• Quay Hall: Ceph at sea · Ada Lund
[Details of... ▾]

Ordered by @U0MIRA0001. To change or stop it: /talk digest in this channel.`);
    expect(message.text).toBe('Starting at 09:00\n09:00 Quay Hall: Ceph at sea, Ada Lund');
  });

  test('of many that begin together as many are shown as a message takes', () => {
    const sessions = Array.from({ length: 40 }, (_, index) =>
      talk({
        id: `${index}`,
        title: `${index} ${'x'.repeat(120)}`,
        speakers: [speaker({ name: 'z'.repeat(80) })],
        slots: [{ ...slot, rooms: ['y'.repeat(60)], start: '2027-05-11T09:00:00+02:00' }],
      }),
    );
    const message = soon(digest(), programme(sessions).sessions, { folder: '', rehearsal: false });
    const [, more] = /^And (\d+) more: \/talk next$/m.exec(read(message)) ?? [];
    const shown = read(message).match(/^• y/gm)?.length;
    expect(Number(more) + Number(shown)).toBe(40);
  });

  test('a part without sessions says where they are', () => {
    expect(read(emptied(digest(), 'reply'))).toBe(
      'The sessions that stood here have moved: the other messages of this thread have them.',
    );
  });

  test('a day of which nothing is left says where to look', () => {
    expect(
      read(emptied(digest(), 'first')),
    ).toBe(`Nothing of what stood here takes place on this day any more. The thread says what was cancelled and what has moved.

Ordered by @U0MIRA0001. To change or stop it: /talk digest in this channel.`);
  });

  test('a message that may be there twice says so', () => {
    expect(repeated({ text: 'Tuesday', blocks: [{ type: 'divider' }] })).toEqual({
      text: 'Possibly repeated: Slack did not say whether this had arrived.\nTuesday',
      blocks: [
        {
          type: 'context',
          elements: [
            {
              type: 'plain_text',
              text: 'Possibly repeated: Slack did not say whether this had arrived.',
              emoji: false,
            },
          ],
        },
        { type: 'divider' },
      ],
    });
  });
});

describe('to the owner', () => {
  test('the question has two answers', () => {
    const message = question(digest(), delivery());
    expect(read(message)).toBe(`Slack did not say whether the digest of Tue 11 May has arrived in #lobby.
Please look: is it there? Without an answer it is posted once more in half an hour, marked as possibly repeated.
[Post it] [It is there]`);
    expect(JSON.stringify(message.blocks)).toContain(
      JSON.stringify(JSON.stringify({ digest: 'lobby', day: '2027-05-11', part: '0' })),
    );
  });

  test.each([
    ['posted', 'The digest of Tue 11 May. Thank you: it is posted once more.'],
    ['there', 'The digest of Tue 11 May. Thank you: it is there, and nothing more is posted.'],
    [
      'repeated',
      'The digest of Tue 11 May. Nobody answered, so it was posted once more, marked as possibly repeated.',
    ],
  ] as const)('once it is %s, it is settled', (how, words) => {
    expect(read(answered(delivery(), how))).toBe(words);
  });

  test('missed days are named', () => {
    expect(read(missed(digest(), ['2027-05-11', '2027-05-12'], '2027-05-13'))).toBe(
      `The digest of Tue 11 May, Wed 12 May was not posted in #lobby: Lectern was not running, or could not reach Slack, until it was too late to be of use.
What a day holds is told by /talk 2027-05-12
The next ones come as ordered.`,
    );
  });

  test('a missed day that is still of use can be made up for', () => {
    expect(read(missed(digest(), ['2027-05-11', '2027-05-12'], '2027-05-12')).split('\n')[1]).toBe(
      'To have Wed 12 May posted all the same: /talk digest now in that channel.',
    );
  });

  test.each([
    ['not_in_channel', 'Lectern is not in that channel: type /invite @Lectern there.'],
    ['is_archived', 'That channel is archived: order the digest in another one.'],
    ['something_new', 'Slack\'s reason is "something_new".'],
  ])('%s comes with what to do', (reason, remedy) => {
    expect(read(refused(digest(), reason, false))).toBe(
      `The digest for #lobby could not be posted. ${remedy}
It is tried again in ten minutes; sooner by /talk digest now in that channel.`,
    );
  });

  test('a third failure pauses it', () => {
    expect(read(refused(digest({ channel: 'D0MIRA0001' }), 'token_revoked', true))).toBe(
      `The digest for your direct messages could not be posted. Slack no longer takes Lectern's token: whoever runs Lectern has to install the app again.
That was the third time, so the digest is paused. When all is well again: /talk digest resume in that channel.`,
    );
  });

  test('a spotlight ends', () => {
    expect(read(ended(digest()))).toBe(
      'Every talk has had its turn in #lobby, so that digest is at its end. Nothing more is posted.',
    );
  });
});
