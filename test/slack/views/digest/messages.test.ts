import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/local-slack/json.ts';
import { formatMessage } from '../../../../src/local-slack/text/blocks.ts';
import type { Change } from '../../../../src/programme/changes.ts';
import { digestMessages } from '../../../../src/slack/views/digest/messages.ts';
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
      /^Rehearsal: Changed since this was posted\n(• .*\n){60}And 40 more: the messages above show the programme as it is now\.$/,
    );
  });

  test('talks are announced by their time', () => {
    const [session] = programme([at9]).sessions;
    if (session === undefined) throw new Error('There is no session.');
    const message = soon(digest(), [session], { folder: '', rehearsal: false });
    expect(read(message)).toBe(`Starting at 09:00 (your time: Tue 11 May 09:00)
• Quay Hall: Ceph at sea · Ada Lund
[Details of... ▾]

Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.`);
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
      'The sessions listed here have moved: they are in the other messages of this thread.',
    );
  });

  test('a day of which nothing is left says where to look', () => {
    expect(
      read(emptied(digest(), 'first')),
    ).toBe(`None of the sessions listed here take place on this day any more. The thread says what was cancelled and what moved.

Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.`);
  });

  test('a message that may be there twice says so', () => {
    expect(repeated({ text: 'Tuesday', blocks: [{ type: 'divider' }] })).toEqual({
      text: 'Possibly repeated: Slack did not confirm that this had arrived.\nTuesday',
      blocks: [
        {
          type: 'context',
          elements: [
            {
              type: 'plain_text',
              text: 'Possibly repeated: Slack did not confirm that this had arrived.',
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
    expect(read(message)).toBe(`Slack did not confirm that the digest for Tue 11 May arrived in #lobby.
Please check the channel: is it there? If you do not answer, it is posted once more in half an hour, marked as possibly repeated.
[Post it] [It is there]`);
    expect(JSON.stringify(message.blocks)).toContain(
      JSON.stringify(JSON.stringify({ digest: 'lobby', day: '2027-05-11', part: '0' })),
    );
  });

  test.each([
    ['posted', 'The digest for Tue 11 May. Thank you: it is being posted once more.'],
    ['there', 'The digest for Tue 11 May. Thank you: it is there, so it is not posted again.'],
    [
      'repeated',
      'The digest for Tue 11 May. Nobody answered, so it was posted once more, marked as possibly repeated.',
    ],
  ] as const)('once it is %s, it is settled', (how, words) => {
    expect(read(answered(delivery(), how))).toBe(words);
  });

  test('missed days are named', () => {
    expect(read(missed(digest(), ['2027-05-11', '2027-05-12'], '2027-05-13'))).toBe(
      `The digest for Tue 11 May, Wed 12 May was not posted in #lobby: Lectern was not running, or could not reach Slack, until it was too late.
To see what is on that day, type /talk 2027-05-12
The next digests are posted as planned.`,
    );
  });

  test('a missed day that is still of use can be made up for', () => {
    expect(read(missed(digest(), ['2027-05-11', '2027-05-12'], '2027-05-12')).split('\n')[1]).toBe(
      'To post the one for Wed 12 May now, type /talk digest now in that channel.',
    );
  });

  test.each([
    ['not_in_channel', 'Lectern is not in that channel: type /invite @Lectern there.'],
    ['is_archived', 'That channel is archived: set up the digest in another one.'],
    ['something_new', 'Slack gave the reason "something_new".'],
  ])('%s comes with what to do', (reason, remedy) => {
    expect(read(refused(digest(), reason, false))).toBe(
      `The digest for #lobby could not be posted. ${remedy}
Lectern tries again in ten minutes. To try sooner, type /talk digest now in that channel.`,
    );
  });

  test('a third failure pauses it', () => {
    expect(read(refused(digest({ channel: 'D0MIRA0001' }), 'token_revoked', true))).toBe(
      `The digest for your direct messages could not be posted. Slack no longer accepts Lectern's token: whoever runs Lectern must install the app again.
That was the third time, so the digest is paused. Once this is fixed, type /talk digest resume in that channel.`,
    );
  });

  test('a spotlight ends', () => {
    expect(read(ended(digest()))).toBe(
      'The digest in #lobby has featured every talk, so it has ended. It posts nothing more.',
    );
  });
});
