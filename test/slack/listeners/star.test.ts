import { describe, expect, test } from 'vitest';
import { joinProgrammes } from '../../../src/live/current-conference.ts';
import type { Message } from '../../../src/local-slack/state/messages.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { programme, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { hour, lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import {
  answerTo,
  buttonsOf,
  changed,
  JUNE,
  LOBBY,
  last,
  linesOf,
  MIRA,
  messagesOfApp,
  topModal,
} from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';

const conference = conferenceKey(harbour.conference);
const RADIO = 'people/radio';
const member = { workspace: 'T0HARBOUR1', person: MIRA };

async function starsOf({ store }: Stage, person = MIRA): Promise<readonly string[]> {
  const stars = await store.stars.starsOf({ ...member, person });
  return [...stars.values()].flatMap(talks => [...talks]);
}

test('a star on a talk without a date belongs to the conference of that talk, whatever its number is here', async () => {
  const knots = talk({ id: RADIO, title: 'Knots', speakers: [] });
  const abstracts = programme([knots], { name: 'Abstracts', folder: 'abstracts' });
  const joined = [harbour, abstracts];
  const stage = await openStage({ loaded: loadedWith(joinProgrammes(harbour, [abstracts]), { joined }) });
  const { workspace, store } = stage;
  const results = await answerTo(workspace, 'knots');
  await workspace.click({ user: MIRA, in: results, label: 'Star' });
  const starred = await changed(workspace, results);
  expect(await store.stars.starsOf(member)).toEqual(new Map([['Abstracts', new Set([RADIO])]]));
  expect(read((await answerTo(workspace, 'mine')).blocks).join()).toContain('Knots');
  await workspace.click({ user: MIRA, in: starred, label: 'Unstar' });
  await changed(workspace, starred);
  expect(await starsOf(stage)).toEqual([]);
});

describe('Star', () => {
  test('below an answer that one person sees becomes Unstar, and Unstar becomes Star', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    const results = await answerTo(workspace, 'radio silence');
    const others = read(results.blocks).slice(0, -1);
    await workspace.click({ user: MIRA, in: results, label: 'Star' });
    const starred = await changed(workspace, results);
    expect(read(starred.blocks)).toEqual([...others, '[Details][Share][Unstar]']);
    expect(await starsOf(stage)).toEqual([RADIO]);
    await workspace.click({ user: MIRA, in: starred, label: 'Unstar' });
    expect(read((await changed(workspace, starred)).blocks)).toEqual([...others, '[Details][Share][Star]']);
    expect(await starsOf(stage)).toEqual([]);
  });

  test('stands as Unstar in the next answer, for that person alone', async () => {
    const stage = await openStage();
    await stage.store.stars.star({ ...member, conference, talk: RADIO }, 0);
    const labelsFor = async (user: string) =>
      read((await answerTo(stage.workspace, 'radio silence', { user })).blocks).at(-1);
    expect([await labelsFor(MIRA), await labelsFor(JUNE)]).toEqual([
      '[Details][Share][Unstar]',
      '[Details][Share][Star]',
    ]);
  });

  test('pressed twice at once is one star, and one question about reminders', async () => {
    const stage = await openStage();
    const { workspace, app } = stage;
    const results = await answerTo(workspace, 'radio silence');
    const press = () => workspace.click({ user: MIRA, in: results, label: 'Star' });
    await Promise.all([press(), press()]);
    expect(read((await changed(workspace, results)).blocks).at(-1)).toBe('[Details][Share][Unstar]');
    expect(await starsOf(stage)).toEqual([RADIO]);
    // It finishes what is under way.
    await app.stop();
    const questions = workspace.messages.filter(({ text }) => text.startsWith('Do you want'));
    expect(questions).toHaveLength(1);
  });

  test('in a direct message changes the message in place', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    await workspace.directMessage({ user: MIRA, text: 'radio silence' });
    const reply = await workspace.when(() => messagesOfApp(workspace).at(-1));
    await workspace.click({ user: MIRA, in: reply, label: 'Star' });
    const starred = await changed(workspace, reply);
    expect(read(starred.blocks)).toEqual([...read(reply.blocks).slice(0, -1), '[Details][Share...][Unstar]']);
    expect(starred.text).toBe(reply.text);
  });

  test('in the details changes the modal in place', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    const results = await answerTo(workspace, 'radio silence');
    await workspace.click({ user: MIRA, in: results, label: 'Details' });
    const modal = await topModal(workspace);
    expect(linesOf(modal)).toContain('[Share...][Star]');
    await workspace.click({ user: MIRA, in: modal, label: 'Star' });
    const starred = await workspace.when(() => {
      const lines = linesOf(workspace.modalsOf(MIRA).at(-1));
      return lines.includes('[Share...][Unstar]') ? lines : undefined;
    });
    expect(starred).toEqual(linesOf(modal).map(line => line.replace('[Star]', '[Unstar]')));
    expect(await starsOf(stage)).toEqual([RADIO]);
  });

  test('in a message that others read answers that person alone, who can take it back there', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    await workspace.mention({ user: JUNE, channel: LOBBY, text: 'radio silence' });
    const shared = await workspace.when(() => messagesOfApp(workspace).at(-1));
    await workspace.click({ user: MIRA, in: shared, label: 'Star' });
    const line = await workspace.when(() =>
      messagesOfApp(workspace).find(({ ephemeralFor }) => ephemeralFor === MIRA),
    );
    expect(read(line.blocks)).toEqual([
      'Starred Radio silence. /talk mine shows all of your talks.',
      '[Unstar]',
    ]);
    expect(line.text).toBe('Starred “Radio silence”. /talk mine shows all of your talks.');
    expect(workspace.visibleMessages(JUNE, LOBBY)).toContainEqual(shared);
    await workspace.click({ user: MIRA, in: line, label: 'Unstar' });
    expect(read((await changed(workspace, line)).blocks)).toEqual([
      'Radio silence is no longer one of your talks.',
      '[Star]',
    ]);
    expect(await starsOf(stage)).toEqual([]);
  });

  describe('of a talk at the time of another one of theirs', () => {
    const conference = 'Lighthouse Days';
    const programme = lighthouseDays([
      session('Lamps', '2027-05-11', '09:00'),
      session('Fog', '2027-05-11', '09:30', { slots: [hour('2027-05-11', '09:00', 'Net Loft')] }),
    ]);

    test('says so below the row, until another talk is starred', async () => {
      const stage = await openStage({ programme });
      const { workspace, store } = stage;
      await store.stars.star({ ...member, conference, talk: 'lamps' }, 0);
      const results = await answerTo(workspace, '"fog"');
      await workspace.click({ user: MIRA, in: results, label: 'Star' });
      const starred = await changed(workspace, results);
      expect(read(starred.blocks).slice(-2)).toEqual([
        '[Details][Share][Unstar]',
        'Overlaps Lamps, Tue 09:00',
      ]);
      expect(starred.text.split('\n').at(-1)).toBe('Fog: Overlaps Lamps, Tue 09:00.');
      await workspace.click({ user: MIRA, in: starred, label: 'Unstar' });
      expect(read((await changed(workspace, starred)).blocks)).toEqual(read(results.blocks));
    });

    test('says so in a direct message, and in the line about a message that others read', async () => {
      const stage = await openStage({ programme });
      const { workspace, store } = stage;
      await store.stars.star({ ...member, conference, talk: 'lamps' }, 0);
      await workspace.directMessage({ user: MIRA, text: '"fog"' });
      const reply = await workspace.when(() => messagesOfApp(workspace).at(-1));
      await workspace.click({ user: MIRA, in: reply, label: 'Star' });
      expect(read((await changed(workspace, reply)).blocks).at(-1)).toBe('Overlaps Lamps, Tue 09:00');
      await workspace.mention({ user: JUNE, channel: LOBBY, text: '"fog"' });
      const shared = await workspace.when(() =>
        messagesOfApp(workspace).find(({ threadTs }) => threadTs !== undefined),
      );
      await workspace.click({ user: MIRA, in: shared, label: 'Star' });
      const line = await workspace.when(() =>
        messagesOfApp(workspace).find(({ ephemeralFor }) => ephemeralFor === MIRA),
      );
      expect(read(line.blocks)[0]).toBe(
        'Starred Fog. /talk mine shows all of your talks. | Overlaps Lamps, Tue 09:00',
      );
    });
  });

  test('is answered by a sentence if the database does not take it, and nothing is shown as starred', async () => {
    const stage = await openStage();
    const { workspace, store } = stage;
    const results = await answerTo(workspace, 'radio silence');
    await store.close();
    await workspace.click({ user: MIRA, in: results, label: 'Star' });
    const told = await workspace.when(() =>
      last(messagesOfApp(workspace)).ts === results.ts ? undefined : last(messagesOfApp(workspace)),
    );
    expect(told.text).toMatch(/went wrong|cannot use its database/);
    expect(workspace.visibleMessages(MIRA, LOBBY)).toContainEqual(results);
  });
});

describe('/talk mine', () => {
  test('keeps the rows that were unstarred there, each with Star, until it is typed again', async () => {
    const stage = await openStage();
    const { workspace, store } = stage;
    for (const talk of harbour.talks.slice(0, 3))
      await store.stars.star({ ...member, conference, talk: talk.id }, 0);
    const buttonsIn = ({ blocks }: Pick<Message, 'blocks'>) =>
      read(blocks).filter(line => line.startsWith('[Details]'));
    const press = (label: 'Star' | 'Unstar') => {
      const [first] = buttonsOf(mine, `talk:${label.toLowerCase()}`);
      return workspace.click({ user: MIRA, in: mine, label, value: first?.value ?? '' });
    };
    let mine = await answerTo(workspace, 'mine');
    for (const _ of [1, 2]) {
      await press('Unstar');
      mine = await changed(workspace, mine);
    }
    expect(buttonsIn(mine)).toEqual([
      '[Details][Share][Star]',
      '[Details][Share][Star]',
      '[Details][Share][Unstar]',
    ]);
    await press('Star');
    expect(buttonsIn(await changed(workspace, mine))).toEqual([
      '[Details][Share][Unstar]',
      '[Details][Share][Star]',
      '[Details][Share][Unstar]',
    ]);
    expect(buttonsIn(await answerTo(workspace, 'mine'))).toHaveLength(2);
  });

  test('says how to star, then shows what was starred, to that person alone', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    expect(read((await answerTo(workspace, 'mine')).blocks)).toEqual([
      'You have no talks yet. Press Star below a talk, in an answer to /talk or in its details, to add it here.',
    ]);
    for (const talk of [RADIO, 'storage/ceph-at-sea'])
      await stage.store.stars.star({ ...member, conference, talk }, 0);
    const mine = await answerTo(workspace, 'what did i star');
    expect(mine.ephemeralFor).toBe(MIRA);
    expect(read(mine.blocks)).toEqual([
      'My talks',
      'Tue 11 May',
      'Ceph at sea | 09:00–09:40 · Quay Hall · Ada Lund',
      '[Details][Share][Unstar]',
      'Not scheduled',
      'Radio silence | Stefano Mafuli, Ada Lund · People',
      '[Details][Share][Unstar]',
    ]);
    expect(mine.text).toBe(
      [
        'My talks',
        'Tue 11 May',
        '09:00–09:40 Quay Hall: Ceph at sea, Ada Lund.',
        'Not scheduled',
        'Radio silence, by Stefano Mafuli, Ada Lund.',
      ].join('\n'),
    );
  });

  test('of a day has that day alone, also after a press', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    const say = async (text: string) => read((await answerTo(workspace, text)).blocks);
    expect((await say('mine tomorrow'))[0]).toContain('You have no talks yet.');
    for (const talk of [RADIO, ...[1, 2, 3, 4, 5, 6].map(number => `storage/ceph-${number}`)])
      await stage.store.stars.star({ ...member, conference, talk }, 0);
    expect(await say('mine tomorrow')).toEqual([
      'My talks, Wed 12 May',
      'Nothing of yours is scheduled then.',
      '[All my talks (7)]',
      'Last before, Tue 11 May',
      'Lesson 6 in Ceph | 15:00–15:40 · Quay Hall · Ada Lund',
      '[Details][Share][Unstar]',
    ]);
    const mine = await answerTo(workspace, 'my talks today');
    expect(read(mine.blocks).slice(0, 3)).toEqual([
      'My talks, Tue 11 May',
      '[All my talks (7)][In all talks (7)]',
      'Lesson 1 in Ceph | 10:00–10:40 · Quay Hall · Ada Lund | Then free from 10:40 to 11:00',
    ]);
    expect(mine.text?.split('\n').slice(0, 2)).toEqual([
      'My talks, Tue 11 May',
      '10:00–10:40 Quay Hall: Lesson 1 in Ceph, Ada Lund. Then free from 10:40 to 11:00.',
    ]);
    const value = '{"t":"storage/ceph-1","q":"mine 2027-05-11","o":0}';
    await workspace.click({ user: MIRA, in: mine, label: 'Unstar', value });
    expect(read((await changed(workspace, mine)).blocks).slice(0, 3)).toEqual([
      'My talks, Tue 11 May',
      '[All my talks (7)][In all talks (7)]',
      'Lesson 1 in Ceph | 10:00–10:40 · Quay Hall · Ada Lund | Then free from 10:40 to 11:00',
    ]);
  });

  test('in a mention is answered to that person alone', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'mine' });
    const reply = await workspace.when(() => messagesOfApp(workspace).at(-1));
    expect(reply.ephemeralFor).toBe(MIRA);
    expect(read(reply.blocks)[0]).toContain('You have no talks yet.');
  });
});
