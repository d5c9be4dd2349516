import { describe, expect, test } from 'vitest';
import { answerAtOnce } from '../../../src/slack/receiving/at-once.ts';
import { RequestLimits } from '../../../src/slack/receiving/request-limits.ts';
import { MIRA, typeTalk } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

const TALK = { command: '/talk', text: 'ceph', user_id: MIRA, team_id: 'T1', enterprise_id: 'E1' };
const MINE = { ...TALK, text: 'mine' };
const FAULTY = { ...TALK, text: 'a fault' };

/** Answers everything but personal words, two requests of a person at once. Tells what became of each request. */
async function answering(bodies: readonly Record<string, unknown>[], { isOpen = true } = {}) {
  const done: unknown[] = [];
  const bolts = async (event: Parameters<ReturnType<typeof answerAtOnce>>[0]) => {
    done.push(['Bolt', event.body, event.customProperties]);
    await event.ack('by Bolt').catch(({ message }: Error) => done.push(['lost', message]));
  };
  const limits = { person: { burst: 2, intervalMs: 1000 }, workspace: { burst: 9, intervalMs: 1000 } };
  const enter = answerAtOnce(bolts, {
    answer: async (text, { workspace, person }) => {
      if (text === FAULTY.text) throw new Error('A fault.');
      return text === MINE.text ? undefined : { text: `${text} for ${person} in ${workspace}` };
    },
    learn: async by => void done.push(['learns of', by]),
    limits: new RequestLimits(limits, () => 0),
  });
  for (const body of bodies)
    await enter({
      body,
      ack: async answer => {
        if (!isOpen) throw new Error('The connection is closed.');
        done.push(['acknowledged', answer]);
      },
    });
  return done;
}

test('a search is answered without Bolt, and the person learned of then', async () => {
  expect(await answering([TALK])).toEqual([
    ['acknowledged', { text: `ceph for ${MIRA} in T1` }],
    ['learns of', { workspace: 'T1', person: MIRA }],
  ]);
});

test('a command from an organisation that has Lectern as a whole is of that one', async () => {
  const [acknowledged] = await answering([{ ...TALK, is_enterprise_install: 'true' }]);
  expect(acknowledged).toEqual(['acknowledged', { text: `ceph for ${MIRA} in E1` }]);
});

describe('Bolt gets', () => {
  test.each([
    ['words that need more than the programme', MINE],
    ['a fault, so that it is told', FAULTY],
  ])('%s, which are counted', async (_what, body) => {
    expect(await answering([body])).toEqual([
      ['Bolt', body, { counted: 'taken' }],
      ['acknowledged', 'by Bolt'],
    ]);
  });

  test('what is too much, as that', async () => {
    expect((await answering([TALK, MINE, TALK])).at(-2)).toEqual(['Bolt', TALK, { counted: 'person' }]);
  });

  test('an answer that was lost, and cannot acknowledge it again', async () => {
    expect(await answering([TALK], { isOpen: false })).toEqual([
      ['Bolt', TALK, { counted: 'taken' }],
      ['lost', 'The connection is closed.'],
    ]);
  });

  test('all that is no command of Lectern, uncounted', async () => {
    const event = { type: 'event_callback' };
    expect(await answering([event])).toEqual([
      ['Bolt', event, undefined],
      ['acknowledged', 'by Bolt'],
    ]);
  });
});

test.each(['http', 'socket'] as const)(
  'words count once over %s, whether they are answered at once or through Bolt',
  async mode => {
    const limits = { person: { burst: 4, intervalMs: 60_000 }, workspace: { burst: 100, intervalMs: 1000 } };
    const { workspace } = await openStage({ mode, limits });
    const told: (string | undefined)[] = [];
    for (const words of ['mine', 'ceph', 'mine', 'ceph', 'mine', 'ceph'])
      told.push((await typeTalk(workspace, words)).message?.text);
    expect(told.map(text => /^That was a lot/.test(text ?? ''))).toEqual([
      ...[false, false, false, false, true, true],
    ]);
  },
);
