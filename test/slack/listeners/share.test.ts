import { describe, expect, test } from 'vitest';
import { onShareButton } from '../../../src/slack/listeners/share.ts';
import { programme } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { answerTo, CORRIDOR, JUNE, LOBBY, MIRA, topModal } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

test('is shared with the channel, and the results stay as they are', async () => {
  const { workspace } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Share', value: 'people/radio' });
  const shared = await workspace.when(() => workspace.visibleMessages(JUNE, LOBBY).at(-1));
  expect(read(shared.blocks)).toEqual([
    `@${MIRA} shared a talk`,
    'Radio silence | Stefano Mafuli, Ada Lund · People | What to do when nobody answers for a week.',
    '[Details][Star]',
  ]);
  expect(workspace.visibleMessages(MIRA, LOBBY)).toContainEqual(results);
});

test('is shared once by a double click', async () => {
  const { workspace } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  const press = () => workspace.click({ user: MIRA, in: results, label: 'Share', value: 'people/radio' });
  await Promise.all([press(), press()]);
  await workspace.when(() => workspace.visibleMessages(JUNE, LOBBY).at(-1));
  await answerTo(workspace, 'ceph');
  expect(workspace.visibleMessages(JUNE, LOBBY).length).toBe(1);
});

test('is shared from its modal where the person says', async () => {
  const { workspace } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
  const modal = await topModal(workspace);
  await workspace.click({ user: MIRA, in: modal, label: 'Share...' });
  await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
  const { errors } = await workspace.submit({ user: MIRA, entries: { channel: CORRIDOR } });
  expect(errors).toBe(undefined);
  const shared = await workspace.when(() => workspace.visibleMessages(JUNE, CORRIDOR).at(-1));
  expect(read(shared.blocks)[0]).toBe(`@${MIRA} shared a talk`);
  expect(workspace.modalsOf(MIRA)).toEqual([]);
});

test('a talk that has gone cannot be shared any more, and the form says so', async () => {
  const { workspace, show } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
  const modal = await topModal(workspace);
  await workspace.click({ user: MIRA, in: modal, label: 'Share...' });
  await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
  show(programme());
  expect((await workspace.submit({ user: MIRA, entries: { channel: CORRIDOR } })).errors).toEqual({
    share_channel: 'This talk is no longer in the programme.',
  });
});

type Press = readonly [button: string, at: string, user?: string];

describe('two presses of Share', () => {
  /** How many messages come of presses of one person: the button, and the second of each press. */
  const posts = (...presses: readonly Press[]) => postsWith(new Map(), ...presses);

  async function postsWith(
    pressedLast: Parameters<typeof onShareButton>[1],
    ...presses: readonly Press[]
  ): Promise<number> {
    const listener = onShareButton({ current: () => loadedWith(harbour) }, pressedLast);
    let posted = 0;
    for (const [button, at, user = MIRA] of presses)
      await listener({
        action: { value: 'people/radio', block_id: button, action_ts: at },
        ack: async () => undefined,
        context: { teamId: 'T1', isEnterpriseInstall: false },
        body: { user: { id: user }, container: { message_ts: '1.1' } },
        respond: async () => {
          posted += 1;
        },
      } as unknown as Parameters<typeof listener>[0]);
    return posted;
  }

  test.each([
    [
      'of one button within two seconds are one',
      [
        ['a', '10.0'],
        ['a', '11.9'],
      ],
      1,
    ],
    [
      'of one button after two seconds are two',
      [
        ['a', '10.0'],
        ['a', '12.0'],
      ],
      2,
    ],
    [
      'of two buttons are two',
      [
        ['a', '10.0'],
        ['b', '10.1'],
      ],
      2,
    ],
    [
      'of two people are two',
      [
        ['a', '10.0'],
        ['a', '10.1', JUNE],
      ],
      2,
    ],
  ] as const)('%s', async (_what, presses, count) => {
    expect(await posts(...presses)).toBe(count);
  });

  test('are remembered no longer than two seconds', async () => {
    const pressedLast: Parameters<typeof onShareButton>[1] = new Map();
    await postsWith(
      pressedLast,
      ['a', '10.0'],
      ['a', '11.0', JUNE],
      ['b', '11.5'],
      ['a', '13.2', 'U0OTHER1'],
    );
    expect([...pressedLast.values()]).toEqual([
      { button: '1.1 b', at: 11.5 },
      { button: '1.1 a', at: 13.2 },
    ]);
  });
});
