import { describe, expect, test } from 'vitest';
import { load } from '../../src/live/load.ts';
import type { Message } from '../../src/local-slack/state/messages.ts';
import type { Workspace } from '../../src/local-slack/workspace.ts';
import { ACTION } from '../../src/slack/action-ids.ts';
import { readTalkValue } from '../../src/slack/button-values.ts';
import { read } from '../support/read.ts';
import { answerTo, knowZone, LOBBY, MIRA, messagesOfApp } from '../support/slack-people.ts';
import { openStage } from '../support/stage.ts';
import { inFolderOfItsOwn, lectern } from './support.ts';

inFolderOfItsOwn();

const SAMPLE = new URL('../../data', import.meta.url).pathname;
/** The clock of the stage. */
const AT = '2027-05-11T09:00+02:00';
/** One person asks all phrases in three ways. */
const A_LOT = { burst: 1000, intervalMs: 1 };

/** A day alone comes before any topic: in a direct message it would keep the topic of the last answer. */
const PHRASES = [
  'now',
  'nwo',
  'next',
  'what is on now',
  'tommorow',
  'wednesday morning',
  'this afternoon',
  'morgen',
  '明日',
  'net loft tomorrow',
  'schedule',
  'tracks',
  'rooms',
  'wifi?',
  'where can i park',
  'help',
  'hlep',
  'ceph',
  'cehp',
  'ceph tomorrow',
  'ceph today',
  'storage on wednesday',
  'ceph but not kubernetes',
  'storage without ceph',
  'talks about ceph in quay hall',
  'who talks about ceph',
  'wer spricht über ceph?',
  '¿dónde es la charla de ceph?',
  'solbakken',
  'speaker solbakken',
  'track storage',
  '#storage',
  'workshops',
  'first talk tomorrow',
  'on call without heroes',
  'k8s',
  'dinner',
  'zzzqqq',
];

/** The talks that a message opens by *Details*. */
function readAnswer({ blocks }: Message, loaded: Awaited<ReturnType<typeof load>>) {
  const elements = blocks.flatMap((block): readonly unknown[] =>
    block.type === 'actions'
      ? (block.elements as readonly unknown[])
      : block.type === 'section'
        ? [block.accessory]
        : [],
  ) as readonly ({ readonly action_id?: string; readonly value?: string } | undefined)[];
  return elements.flatMap(element =>
    element?.action_id === ACTION.details ? (readTalkValue(element.value ?? '', loaded)?.talk.id ?? '') : [],
  );
}

async function inDirectMessage(workspace: Workspace, text: string): Promise<Message> {
  const before = messagesOfApp(workspace).length;
  await workspace.directMessage({ user: MIRA, text });
  return workspace.when(() => messagesOfApp(workspace)[before]);
}

async function inMention(workspace: Workspace, text: string): Promise<Message> {
  const { message } = await workspace.mention({ user: MIRA, channel: LOBBY, text });
  return workspace.when(() => workspace.messages.find(one => one.threadTs === message.ts));
}

/** Two lines stand between two answers. */
async function inChat(lines: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await lectern(['chat'], {
    stdin: `${lines.map(line => `/talk ${line}`).join('\n')}\n`,
    env: { DATA_DIR: SAMPLE, CLOCK: AT },
  });
  return stdout.trimEnd().split('\n\n\n');
}

async function inAsk(lines: readonly string[]): Promise<readonly (readonly string[])[]> {
  const argv = ['ask', '--data', SAMPLE, '--at', AT, '--json', '--limit', '60', '--stdin'];
  const { stdout } = await lectern(argv, { stdin: `${lines.join('\n')}\n` });
  const answers = stdout.trim().split('\n');
  return answers.map(line => JSON.parse(line).talks.map(({ id }: { readonly id: string }) => id));
}

describe('a phrase gets the same talks', async () => {
  const [loaded, asked, chatted] = await Promise.all([load(SAMPLE), inAsk(PHRASES), inChat(PHRASES)]);

  test('in /talk, a mention, a direct message, lectern chat and lectern ask', async () => {
    const { workspace } = await openStage({ loaded, limits: { person: A_LOT, workspace: A_LOT } });
    await knowZone(workspace);
    for (const [at, phrase] of PHRASES.entries()) {
      const command = await answerTo(workspace, phrase);
      const typed = readAnswer(command, loaded);
      const all = asked[at] ?? [];
      const titles = typed.map(id => loaded.programme.talk(id)?.title ?? '');
      const direct = await inDirectMessage(workspace, phrase);
      const mention = readAnswer(await inMention(workspace, phrase), loaded);
      // A thread shows fewer talks, as everybody sees them.
      expect(mention.length).toBeGreaterThanOrEqual(Math.min(3, typed.length));
      expect({
        phrase,
        ask: all.slice(0, typed.length),
        direct: readAnswer(direct, loaded),
        understood: read(direct.blocks).slice(0, 2),
        mention,
        chat: titles.filter(title => chatted[at]?.includes(title.slice(0, 40))),
      }).toEqual({
        phrase,
        ask: typed,
        direct: typed,
        understood: read(command.blocks).slice(0, 2),
        mention: typed.slice(0, mention.length),
        chat: titles,
      });
    }
  });
});
