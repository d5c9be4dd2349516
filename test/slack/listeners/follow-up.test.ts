import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/local-slack/state/messages.ts';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, LOBBY, MIRA, messagesOfApp, topModal } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

/** Types in a direct message, or in a thread there, and returns the answer. */
async function type(workspace: Workspace, text: string, threadTs?: string): Promise<Message> {
  const before = messagesOfApp(workspace).length;
  await workspace.directMessage({ user: MIRA, text, ...(threadTs !== undefined && { threadTs }) });
  return workspace.when(() => messagesOfApp(workspace)[before]);
}

/** Types one line after the other, and returns the lines of the last answer. */
async function talkTo(workspace: Workspace, ...texts: readonly string[]): Promise<readonly string[]> {
  let lines: readonly string[] = [];
  for (const text of texts) lines = read((await type(workspace, text)).blocks);
  return lines;
}

const PAGE_TWO = '7 talks for ceph (6 to 7)';
const NO_ANSWER =
  'To see more of an answer, press More under it; to star a talk, press Star below it. To find a talk, type /talk and what you remember.';

describe('in a direct message', () => {
  test('more is the next page of the last answer, and back the one before', async () => {
    const { workspace } = await openStage();
    expect((await talkTo(workspace, 'ceph', 'more'))[0]).toBe(PAGE_TWO);
    expect(await talkTo(workspace, 'next 5')).toEqual(['That was all.']);
    expect((await talkTo(workspace, 'back'))[0]).toBe('7 talks for ceph (1 to 5)');
    expect(await talkTo(workspace, 'zurück')).toEqual(['There is no page before that.']);
  });

  test('star 2 stars the second talk, and its person asks for theirs at other times', async () => {
    const stage = await openStage();
    const { workspace, store } = stage;
    const starred = async () => {
      const stars = await store.stars.starsOf({ workspace: 'T0HARBOUR1', person: MIRA });
      return [...stars.values()].flatMap(talks => [...talks]);
    };
    const title = (await talkTo(workspace, 'ceph'))
      .filter(line => / \| .* · /.test(line))[1]
      ?.split(' | ')[0];
    expect(await talkTo(workspace, 'star 2')).toEqual([
      `Starred ${title}. /talk mine shows all of your talks.`,
      '[Unstar]',
      'Do you want a direct message before your talks start? You can change this in /talk settings.',
      '[5 minutes before][10 minutes][15 minutes][No]',
    ]);
    expect(await starred()).toHaveLength(1);
    expect((await talkTo(workspace, 'mine', 'tomorrow'))[0]).toBe('My talks, Wed 12 May');
    expect((await talkTo(workspace, 'mine', 'now'))[0]).toBe('My talks, now');
    expect(await talkTo(workspace, 'ceph', 'unstar 2')).toEqual([
      `${title} is no longer one of your talks.`,
      '[Star]',
    ]);
    expect(await starred()).toEqual([]);
  });

  test('star and unstar say what was so before', async () => {
    const { workspace } = await openStage();
    const title = (await talkTo(workspace, 'onboarding', 'star 1'))[0]?.split('. /talk')[0]?.slice(8);
    expect(await talkTo(workspace, 'star 1')).toEqual([`${title} is already one of your talks.`, '[Unstar]']);
    await type(workspace, 'unstar');
    expect(await talkTo(workspace, 'unstar 1')).toEqual([
      `${title} is no longer one of your talks.`,
      '[Star]',
    ]);
    expect(await talkTo(workspace, 'onboarding', 'unstar 1')).toEqual([
      `${title} was not one of your talks.`,
      '[Star]',
    ]);
  });

  test('undo takes back one star after the other, and says so where none was', async () => {
    const { workspace, store } = await openStage();
    const starred = async () => {
      const stars = await store.stars.starsOf({ workspace: 'T0HARBOUR1', person: MIRA });
      return [...stars.values()].flatMap(talks => [...talks]);
    };
    expect(await talkTo(workspace, 'undo')).toEqual(['There is nothing more to undo.']);
    await type(workspace, 'ceph');
    const asking = await type(workspace, 'star 1');
    await workspace.click({ user: MIRA, in: asking, label: '5 minutes before' });
    await changed(workspace, asking);
    const first = await starred();
    await talkTo(workspace, 'ceph', 'star 2', 'star 2');
    expect((await talkTo(workspace, 'undo'))[0]).toMatch(/is no longer one of your talks\.$/);
    expect(await starred()).toEqual(first);
    await talkTo(workspace, 'undo');
    expect(await starred()).toEqual([]);
    expect(await talkTo(workspace, 'undo')).toEqual(['There is nothing more to undo.']);
    await talkTo(workspace, 'ceph', 'star 1', 'unstar 1', 'undo');
    expect(await starred()).toEqual(first);
  });

  test('more goes on from the page that a button has turned to', async () => {
    const { workspace } = await openStage();
    const first = await type(workspace, 'ceph');
    await workspace.click({ user: MIRA, in: first, label: 'More' });
    await changed(workspace, first);
    expect(await talkTo(workspace, 'more')).toEqual(['That was all.']);
  });

  test('a number, an ordinal or details shows the whole talk', async () => {
    const { workspace } = await openStage();
    const titles = (await talkTo(workspace, 'ceph'))
      .filter(line => line.startsWith('Lesson') || line.startsWith('Ceph at'))
      .map(line => line.split(' | ')[0]);
    expect((await talkTo(workspace, '2'))[0]).toBe(titles[1]);
    expect((await talkTo(workspace, 'the third one'))[0]).toBe(titles[2]);
    expect((await talkTo(workspace, 'the last one'))[0]).toBe(titles[4]);
    expect((await talkTo(workspace, 'details'))[0]).toBe(titles[4]);
    expect(await talkTo(workspace, '9')).toEqual(['The last answer shows 5 talks.']);
    const shown = await talkTo(workspace, 'ceph', 'details');
    expect([shown[0], ...shown.slice(-2)]).toEqual([
      titles[0],
      '[Details][Share...][Star]',
      'This is the first of 5 talks. For another one, type its number, such as 2.',
    ]);
  });

  test('more about a single talk is that talk', async () => {
    const { workspace } = await openStage();
    const lines = await talkTo(workspace, 'onboarding', 'more');
    expect(lines).toEqual([
      'Onboarding a crew',
      'Stefano Mafuli | People',
      'How a community of volunteers learns to sail together.',
      'Stefano Mafuli | Stefano looks after the community of a ferry line. He has sailed since he was six.',
      '[Details][Share...][Star]',
    ]);
  });

  test('share leads to the field that asks where', async () => {
    const { workspace } = await openStage();
    await type(workspace, 'ceph');
    const message = await type(workspace, 'share 2');
    expect(read(message.blocks)[0]).toMatch(/^Lesson \d in Ceph \| Press Share\.\.\. and choose where\.$/);
    await workspace.click({ user: MIRA, in: message, label: 'Share...' });
    expect((await topModal(workspace)).content.title).toMatchObject({ text: 'Share a talk' });
  });

  test('a day or a window asks for the same topic then, with a button to all that is on', async () => {
    const { workspace } = await openStage();
    expect((await talkTo(workspace, 'ceph heals', 'today')).slice(0, 3)).toEqual([
      '6 talks for ceph heals Tue 11 May (1 to 5) · also 1 with only “ceph”',
      'Tue 11 May · ceph heals',
      '[All days (6)][All talks then]',
    ]);
    expect((await talkTo(workspace, 'and after 14:00?'))[0]).toBe(
      '2 talks for ceph heals Tue 11 May after 14:00',
    );
    expect((await talkTo(workspace, 'tomorrow'))[0]).toBe(
      'No talk matches ceph heals Wed 12 May after 14:00.',
    );
    expect((await talkTo(workspace, 'what about today'))[0]).toBe(
      '2 talks for ceph heals Tue 11 May after 14:00',
    );
    expect((await talkTo(workspace, 'what is on today'))[0]).toMatch(/^Tue 11 May: 7 sessions/);
    expect((await talkTo(workspace, 'ceph heals', 'all talks today'))[0]).toMatch(/^Tue 11 May: 7 sessions/);
    expect((await talkTo(workspace, 'track:storage today', 'tomorrow'))[0]).toBe('Wed 12 May: 0 sessions');
  });

  test('a day is the agenda if no topic was asked before', async () => {
    const { workspace } = await openStage();
    expect((await talkTo(workspace, 'today'))[0]).toMatch(/^Tue 11 May: 7 sessions/);
    expect((await talkTo(workspace, 'now', 'today'))[0]).toMatch(/^Tue 11 May: 7 sessions/);
    expect((await talkTo(workspace, 'help', 'today'))[0]).toMatch(/^Tue 11 May: 7 sessions/);
  });

  test('a thread has a last answer of its own', async () => {
    const { workspace } = await openStage();
    const root = await type(workspace, 'ceph');
    await type(workspace, 'onboarding');
    const reply = await type(workspace, 'more', root.ts);
    expect([read(reply.blocks)[0], reply.threadTs]).toEqual([PAGE_TWO, root.ts]);
    expect((await talkTo(workspace, 'details'))[0]).toBe('Onboarding a crew');
  });

  test('without an answer before, or if Slack does not give it, a line says what to press', async () => {
    const { workspace, log } = await openStage();
    expect(await talkTo(workspace, 'more')).toEqual([NO_ANSWER]);
    await type(workspace, 'ceph');
    workspace.fail('conversations.history', { kind: 'error', error: 'missing_scope' });
    expect(await talkTo(workspace, 'more')).toEqual([NO_ANSWER]);
    expect(log.map(({ msg }) => msg)).toEqual([
      'Slack did not give the last answer, so nothing can follow it.',
    ]);
  });

  test('a speaker called More, and a talk called 2, are found where there is no answer before', async () => {
    const more = speaker({ id: 'anne-more', name: 'Anne More' });
    const { workspace } = await openStage({
      programme: programme([talk({ title: 'Utopia', speakers: [more] }), talk({ id: 't2', title: '2' })]),
    });
    expect((await talkTo(workspace, '2'))[0]).toBe('1 talk for 2');
    const other = await openStage({ programme: programme([talk({ title: 'Utopia', speakers: [more] })]) });
    expect((await talkTo(other.workspace, 'more'))[0]).toBe('1 talk for more');
  });

  test.each(['ok', 'Thanks!', 'danke', 'merci', ':+1:'])('%s gets one line', async typed => {
    const { workspace } = await openStage();
    expect(await talkTo(workspace, 'ceph', typed)).toEqual([
      'Glad to help. To find another talk, type what you remember of it.',
    ]);
  });
});

test('/talk more says to press More', async () => {
  const { workspace } = await openStage();
  await answerTo(workspace, 'ceph');
  expect(read((await answerTo(workspace, 'more')).blocks)).toEqual([NO_ANSWER]);
});

test('in a thread of a channel, which Lectern may not read, a line says what to type', async () => {
  const { workspace } = await openStage({ programme: harbour });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'more' });
  const message = await workspace.when(() => messagesOfApp(workspace)[0]);
  expect(read(message.blocks)).toEqual([
    'Lectern reads no earlier messages in a channel. Type /talk and the same words, and press More under the answer; in a direct message, more will do.',
  ]);
});
