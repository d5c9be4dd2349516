import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import type { Message } from '../../src/local-slack/state/messages.ts';
import type { Workspace } from '../../src/local-slack/workspace.ts';
import { talk as aTalk, programme } from '../support/conference.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';
import { read } from '../support/read.ts';
import { openStage } from '../support/stage.ts';

const MIRA = 'U0MIRA0001';
const JUNE = 'U0JUNE0002';
const LOBBY = 'C0LOBBY001';
const CORRIDOR = 'C0CORRIDOR';

function talk(workspace: Workspace, text: string, channel = LOBBY) {
  return workspace.command({ user: MIRA, channel, command: '/talk', text, shouldEscape: true });
}

function last<T>(list: readonly T[]): T {
  const item = list.at(-1);
  if (item === undefined) throw new Error('There is none.');
  return item;
}

async function answered(workspace: Workspace, text: string) {
  const { message, error } = await talk(workspace, text);
  expect(error).toBe(undefined);
  if (message === undefined) throw new Error(`/talk ${text} brought no message.`);
  return message;
}

describe.each(['http', 'socket'] as const)('over %s', mode => {
  test('/talk ceph shows how many match and the first five, to that person alone', async () => {
    const { workspace } = await openStage({ mode });
    const message = await answered(workspace, 'ceph');
    expect(message.ephemeralFor).toBe(MIRA);
    expect(read(message.blocks)).toEqual([
      '7 talks for ceph (1 to 5)',
      'Ceph at sea | Ada Lund · Storage · Tue 11 May 09:00–09:40 (your time: {Tue 11 May 09:00–09:40}) · Quay Hall | How a ferry line runs Ceph on board.',
      '[Details][Share]',
      ...[1, 2, 3, 4].flatMap(number => [
        `Lesson ${number} in Ceph | Ada Lund · Storage · Tue 11 May ${hour(number)}:00–${hour(number)}:40 (your time: {Tue 11 May ${hour(number)}:00–${hour(number)}:40}) · Quay Hall | We show how Ceph heals after storm ${number}.`,
        '[Details][Share]',
      ]),
      '[More]',
    ]);
    expect(message.text.split('\n').slice(0, 2)).toEqual([
      '7 talks for ceph.',
      '1. Ceph at sea, by Ada Lund, Tue 11 May 09:00–09:40, Quay Hall',
    ]);
  });

  test('a mention is answered in its thread, with the top three', async () => {
    const { workspace } = await openStage({ mode });
    const { message: asked } = await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
    const reply = await workspace.when(() =>
      workspace.messages.find(message => message.threadTs === asked.ts),
    );
    expect(reply.ephemeralFor).toBe(undefined);
    expect(read(reply.blocks).filter(line => line.startsWith('['))).toEqual([
      '[Details]',
      '[Details]',
      '[Details]',
    ]);
    expect(last(read(reply.blocks))).toBe('4 more: type /talk and the same words in the channel.');
  });
});

function hour(number: number): string {
  return String(9 + number).padStart(2, '0');
}

describe('/talk', () => {
  test('shows the person first where a name is meant, however it is spelt', async () => {
    const { workspace } = await openStage();
    const lines = read((await answered(workspace, 'stefano maffuli')).blocks);
    expect(lines[0]).toBe(
      '2 talks for stefano mafuli | Showing results for stefano mafuli (you typed stefano maffuli)',
    );
    expect(lines[1]).toBe(
      'Stefano Mafuli, 2 talks | Stefano looks after the community of a ferry line. | • Onboarding a crew | • Radio silence',
    );
    expect(lines.filter(line => line.startsWith('Onboarding') || line.startsWith('Radio'))).toHaveLength(2);
  });

  test('says what it understood where a word was misspelt', async () => {
    const { workspace } = await openStage();
    const message = await answered(workspace, 'cehp');
    expect(read(message.blocks)[0]).toBe(
      '7 talks for ceph (1 to 5) | Showing results for ceph (you typed cehp)',
    );
    expect(message.text.split('\n')[0]).toBe('7 talks for cehp. Showing results for ceph.');
  });

  test.each(['', 'help', ' HELP '])('%j explains itself, with examples of this programme', async typed => {
    const { workspace } = await openStage();
    const lines = read((await answered(workspace, typed)).blocks);
    expect(lines.slice(0, 2).join(' ')).toContain('Lectern knows 9 talks by 2 speakers of Lighthouse Days.');
    expect(lines.slice(-4)).toEqual([
      'Try',
      '[/talk ceph][/talk Ada Lund][/talk track:people][/talk 11 May]',
      'Tracks',
      '[People][Storage]',
    ]);
  });

  test('each example of the help finds something', async () => {
    const { workspace } = await openStage();
    for (const label of ['/talk ceph', '/talk Ada Lund', '/talk track:people', '/talk 11 May']) {
      const help = await answered(workspace, 'help');
      await workspace.click({ user: MIRA, in: help, label });
      const shown = await changed(workspace, help);
      expect(read(shown.blocks)[0]).toMatch(/^\d talks? for |: \d sessions$/);
    }
  });

  test.each(['"help"', 'help desk', 'next generation storage'])('searches %j', async typed => {
    const { workspace } = await openStage();
    expect(read((await answered(workspace, typed)).blocks)[0]).not.toBe('Find a talk');
  });

  test('where nothing matches it offers the nearest words and the tracks', async () => {
    const { workspace } = await openStage();
    const message = await answered(workspace, 'zzzqqqxxx');
    const lines = read(message.blocks);
    expect(lines).toEqual([
      'No talk matches zzzqqqxxx.',
      'Browse a track',
      '[People][Storage]',
      'Try fewer or shorter words, or /talk help.',
    ]);
    expect(message.text).toBe('No talk matches zzzqqqxxx. Try fewer or shorter words, or /talk help.');
  });

  test('where a filter fits nothing that is all it says', async () => {
    const { workspace } = await openStage();
    const message = await answered(workspace, 'speaker:nobody');
    expect(read(message.blocks)).toEqual([
      'No talk matches speaker:nobody.',
      'There is no speaker “nobody” in the programme.',
      'Browse a track',
      '[People][Storage]',
    ]);
    expect(message.text).toBe(
      'No talk matches speaker:nobody. There is no speaker “nobody” in the programme.',
    );
  });

  test('pages forth and back in the same message', async () => {
    const { workspace } = await openStage();
    await knowZone(workspace);
    const first = await answered(workspace, 'ceph');
    await workspace.click({ user: MIRA, in: first, label: 'More' });
    const second = await changed(workspace, first);
    expect(read(second.blocks)[0]).toBe('7 talks for ceph (6 to 7)');
    await workspace.click({ user: MIRA, in: second, label: 'Back' });
    const again = await workspace.when(() =>
      workspace
        .visibleMessages(MIRA, LOBBY)
        .find(message => read(message.blocks)[0] === '7 talks for ceph (1 to 5)'),
    );
    expect(read(again.blocks)).toEqual(read(first.blocks));
  });

  test('a page that a shorter programme no longer has is its first one', async () => {
    const { workspace, show } = await openStage();
    const first = await answered(workspace, 'ceph');
    show(programme());
    await workspace.click({ user: MIRA, in: first, label: 'More' });
    expect(read((await changed(workspace, first)).blocks)[0]).toBe('1 talk for ceph');
  });

  test('takes what Slack makes of markup and mentions', async () => {
    const { workspace } = await openStage();
    const message = await answered(workspace, '@june <ceph> & #lobby');
    expect(read(message.blocks)[0]).toMatch(/^7 talks for /);
  });

  test("knows the reader's zone from the second answer on", async () => {
    const { workspace } = await openStage();
    await answered(workspace, 'radio');
    await workspace.when(() => (workspace.callsOf('users.info').length > 0 ? true : undefined));
    const inMadrid = await answered(workspace, 'ceph at sea');
    expect(read(inMadrid.blocks)[1]).toContain('· Tue 11 May 09:00–09:40 · Quay Hall');
  });
});

describe('the agenda', () => {
  test('/talk now shows what runs, then what is next', async () => {
    const { workspace } = await openStage();
    await knowZone(workspace);
    expect(read((await answered(workspace, 'now')).blocks)).toEqual(
      [
        'Now, Tue 11 May 09:00',
        'Running | Tue 11 May 09:00',
        'Ceph at sea\nAda Lund · Quay Hall · until 09:40[Details]',
        'Next | Tue 11 May 10:00',
        'Lesson 1 in Ceph\nAda Lund · Quay Hall · until 10:40[Details]',
      ].map(line => line.replace('\n', ' | ')),
    );
  });

  test('/talk next shows all that begins at the next time', async () => {
    const { workspace } = await openStage();
    await knowZone(workspace);
    const message = await answered(workspace, 'next');
    expect(read(message.blocks).slice(0, 2)).toEqual(['Next', 'Tue 11 May 10:00']);
    expect(message.text).toBe('Next\nTue 11 May\n10:00 Quay Hall: Lesson 1 in Ceph, Ada Lund');
  });

  test.each(['today', 'tuesday', '2027-05-11', '11 May', 'today track:storage', 'today room:quay'])(
    "/talk %s shows the day, with the reader's own time where it is not known to be the same",
    async typed => {
      const { workspace } = await openStage();
      const lines = read((await answered(workspace, typed)).blocks);
      expect(lines.slice(0, 2)).toEqual([
        'Tue 11 May: 7 sessions',
        'Tue 11 May 09:00 (your time: {Tue 11 May 09:00–09:40})',
      ]);
      expect(lines).toHaveLength(15);
    },
  );

  test('a day without sessions leads to those with some', async () => {
    const { workspace } = await openStage();
    const message = await answered(workspace, 'tomorrow');
    expect(read(message.blocks)).toEqual([
      'Wed 12 May: 0 sessions',
      'Nothing is scheduled then.',
      'Days',
      '[Tue 11 May]',
    ]);
    await workspace.click({ user: MIRA, in: message, label: 'Tue 11 May' });
    expect(read((await changed(workspace, message)).blocks)[0]).toBe('Tue 11 May: 7 sessions');
  });

  test('a filter that nothing goes by is said', async () => {
    const { workspace } = await openStage();
    expect(read((await answered(workspace, 'today track:cooking')).blocks).slice(0, 2)).toEqual([
      'Tue 11 May: 0 sessions',
      'There is no track “cooking” in the programme.',
    ]);
  });

  test('a long day comes a page at a time', async () => {
    const slots = harbour.talks.flatMap(({ slots }) => slots);
    const many = Array.from({ length: 30 }, (_, index) =>
      aTalk({ id: `t${index}`, title: `Talk ${index}`, slots: slots.slice(0, 1) }),
    );
    const { workspace } = await openStage({ programme: programme(many) });
    const first = await answered(workspace, 'today');
    expect(read(first.blocks)[0]).toBe('Tue 11 May: 30 sessions (1 to 12 of 30)');
    await workspace.click({ user: MIRA, in: first, label: 'More' });
    const second = await changed(workspace, first);
    expect(read(second.blocks)[0]).toBe('Tue 11 May: 30 sessions (13 to 24 of 30)');
    expect(last(read(second.blocks))).toBe('[More][Back]');
  });

  test('a programme without times says so', async () => {
    const { workspace } = await openStage({ programme: programme() });
    for (const typed of ['now', 'today'])
      expect(read((await answered(workspace, typed)).blocks)).toEqual([
        'Agenda',
        'This programme has no times yet.',
      ]);
  });

  test('where no zone is known, days are shown and now is not guessed', async () => {
    const slot = { start: '2027-05-11T09:00:00', end: undefined, rooms: ['Quay'], day: '2027-05-11' };
    const { workspace } = await openStage({
      programme: programme([aTalk({ slots: [slot] })], { timeZone: undefined }),
    });
    expect(read((await answered(workspace, 'now')).blocks)).toEqual([
      'Agenda',
      'The programme does not say in which time zone its times are, so Lectern cannot tell what runs now. An organiser can set timeZone in conference.yml.',
      'Days',
      '[Tue 11 May]',
    ]);
    expect(read((await answered(workspace, '2027-05-11')).blocks).slice(0, 2)).toEqual([
      'Tue 11 May: 1 session',
      'Tue 11 May 09:00',
    ]);
  });
});

test('a day among the words can be meant', async () => {
  const { workspace } = await openStage();
  const all = await answered(workspace, 'ceph tuesday');
  expect(read(all.blocks).slice(0, 3)).toEqual([
    '7 talks for ceph tuesday (1 to 5)',
    'Or did you mean',
    '[Only Tue 11 May]',
  ]);
  await workspace.click({ user: MIRA, in: all, label: 'Only Tue 11 May' });
  const narrowed = await changed(workspace, all);
  expect(read(narrowed.blocks)[0]).toBe('7 talks for day:2027-05-11 ceph (1 to 5)');
});

async function knowZone(workspace: Workspace): Promise<void> {
  await answered(workspace, 'help');
  await workspace.when(() => (workspace.callsOf('users.info').length > 0 ? true : undefined));
}

describe('where there are several conferences', () => {
  const bow = programme([aTalk({ id: 'bow', title: 'Ceph on the bow' })], { name: 'Bow Days' });
  const others = [{ name: 'Bow Days', programme: bow, open: () => loadedWith(bow) }];

  test('a button leads to what the same words find in another', async () => {
    const { workspace } = await openStage({ loaded: loadedWith(harbour, { others }) });
    const here = await answered(workspace, 'ceph');
    expect(read(here.blocks).slice(-2)).toEqual(['In other conferences', '[Bow Days (1)]']);
    await workspace.click({ user: MIRA, in: here, label: 'Bow Days (1)' });
    const there = await changed(workspace, here);
    expect(read(there.blocks).slice(0, 2)).toEqual(['1 talk for ceph', 'This is from Bow Days.']);
  });

  test.each(['conference:bow ceph', 'ceph conference:"Bow Days"', 'conference:“bow days” ceph'])(
    '%s asks another one',
    async typed => {
      const { workspace } = await openStage({ loaded: loadedWith(harbour, { others }) });
      expect(read((await answered(workspace, typed)).blocks)[1]).toBe('This is from Bow Days.');
    },
  );

  test('the current one may be named too, and one that is not there is said', async () => {
    const { workspace } = await openStage({ loaded: loadedWith(harbour, { others }) });
    expect(read((await answered(workspace, 'conference:lighthouse ceph')).blocks)[0]).toBe(
      '7 talks for ceph (1 to 5)',
    );
    expect(read((await answered(workspace, 'conference:nowhere ceph')).blocks)[1]).toBe(
      'There is no conference “nowhere” here. Lectern knows Lighthouse Days, Bow Days.',
    );
  });

  test('a talk of another one has its details', async () => {
    const { workspace } = await openStage({ loaded: loadedWith(harbour, { others }) });
    const there = await answered(workspace, 'conference:bow ceph');
    await workspace.click({ user: MIRA, in: there, label: 'Details' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    expect(read(modal.content.blocks as unknown[])[0]).toBe('Ceph on the bow');
  });
});

test('of two talks with one id, each button means its own', async () => {
  const bow = programme([aTalk({ id: 'people/radio', title: 'Ceph on the bow' })], {
    name: 'Bow Days',
    folder: 'bow',
  });
  const others = [{ name: 'Bow Days', programme: bow, open: () => loadedWith(bow) }];
  const { workspace } = await openStage({ loaded: loadedWith(harbour, { others }) });
  const titleOf = async (typed: string) => {
    const results = await answered(workspace, typed);
    await workspace.click({ user: MIRA, in: results, label: 'Details' });
    const modals = await workspace.when(() =>
      workspace.modalsOf(MIRA).length > 0 ? workspace.modalsOf(MIRA) : undefined,
    );
    return read(modals.at(-1)?.content.blocks as unknown[])[0];
  };
  expect(await titleOf('conference:bow ceph')).toBe('Ceph on the bow');
});

test('an answer from an old copy says how old it is', async () => {
  const { workspace } = await openStage({
    loaded: loadedWith(harbour, { asOf: Date.UTC(2027, 4, 10, 18, 5) }),
  });
  for (const typed of ['ceph', 'today', 'zzzqqq'])
    expect(read((await answered(workspace, typed)).blocks)).toContain('Programme as of Mon 10 May 20:05.');
});

describe('a talk', () => {
  test('is shown whole in a modal, with who speaks and what else they speak about', async () => {
    const { workspace } = await openStage();
    const results = await answered(workspace, 'radio silence');
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    const lines = read(modal.content.blocks as unknown[]);
    expect(lines.slice(0, 5)).toEqual([
      'Radio silence',
      'People',
      'What to do when nobody answers for a week.',
      '---',
      'Stefano Mafuli | Stefano looks after the community of a ferry line. He has sailed since he was six. | Also:',
    ]);
    expect(lines[5]).toBe('[Onboarding a crew]');
    expect(last(lines)).toBe('[Share...]');
  });

  test("leads to the speaker's other talks in the same modal", async () => {
    const { workspace } = await openStage();
    const results = await answered(workspace, 'radio silence');
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    await workspace.click({ user: MIRA, in: modal, label: 'Onboarding a crew' });
    const other = await workspace.when(() =>
      workspace
        .modalsOf(MIRA)
        .find(view => read(view.content.blocks as unknown[])[0] === 'Onboarding a crew'),
    );
    expect(workspace.modalsOf(MIRA)).toEqual([other]);
  });

  test('that is gone says so', async () => {
    const { workspace, show } = await openStage();
    const results = await answered(workspace, 'radio silence');
    show(programme());
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    expect(read(modal.content.blocks as unknown[])[0]).toMatch(/^This talk is no longer in the programme\./);
  });

  test('is shared with the channel, and the results stay as they are', async () => {
    const { workspace } = await openStage();
    const results = await answered(workspace, 'radio silence');
    await workspace.click({ user: MIRA, in: results, label: 'Share', value: 'people/radio' });
    const shared = await workspace.when(() => workspace.visibleMessages(JUNE, LOBBY).at(-1));
    expect(read(shared.blocks)).toEqual([
      `@${MIRA} shared a talk`,
      'Radio silence | Stefano Mafuli, Ada Lund · People | What to do when nobody answers for a week.',
      '[Details]',
    ]);
    expect(workspace.visibleMessages(MIRA, LOBBY)).toContainEqual(results);
  });

  test('is shared once by a double click', async () => {
    const { workspace } = await openStage();
    const results = await answered(workspace, 'radio silence');
    const press = () => workspace.click({ user: MIRA, in: results, label: 'Share', value: 'people/radio' });
    await Promise.all([press(), press()]);
    await workspace.when(() => workspace.visibleMessages(JUNE, LOBBY).at(-1));
    await answered(workspace, 'ceph');
    expect(workspace.visibleMessages(JUNE, LOBBY).length).toBe(1);
  });

  test('is shared from its modal where the person says', async () => {
    const { workspace } = await openStage();
    const results = await answered(workspace, 'radio silence');
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    await workspace.click({ user: MIRA, in: modal, label: 'Share...' });
    await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
    const { errors } = await workspace.submit({ user: MIRA, entries: { channel: CORRIDOR } });
    expect(errors).toBe(undefined);
    const shared = await workspace.when(() => workspace.visibleMessages(JUNE, CORRIDOR).at(-1));
    expect(read(shared.blocks)[0]).toBe(`@${MIRA} shared a talk`);
    expect(workspace.modalsOf(MIRA)).toEqual([]);
  });
});

describe('outside of /talk', () => {
  test('a direct message is a search, and stays', async () => {
    const { workspace } = await openStage();
    await workspace.directMessage({ user: MIRA, text: 'ceph' });
    const reply = await workspace.when(() => workspace.messages.find(message => message.author !== MIRA));
    expect(read(reply.blocks)[0]).toBe('7 talks for ceph (1 to 5)');
    expect(read(reply.blocks)[2]).toBe('[Details][Share...]');
    await workspace.click({ user: MIRA, in: reply, label: 'More' });
    await changed(workspace, reply);
    expect(workspace.messages).toHaveLength(2);
  });

  test('an event that comes three times is answered once', async () => {
    const { workspace } = await openStage();
    const heard = [
      await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' }),
      await workspace.directMessage({ user: MIRA, text: 'ceph' }),
    ];
    for (const event of heard.flatMap(({ events }) => [...events, ...events])) await workspace.repeat(event);
    await workspace.directMessage({ user: MIRA, text: 'the end' });
    await workspace.when(() => (byTheBot(workspace).length >= 3 ? true : undefined));
    expect(byTheBot(workspace).map(message => read(message.blocks)[0])).toEqual([
      '7 talks for ceph (1 to 3)',
      '7 talks for ceph (1 to 5)',
      expect.stringContaining('the end'),
    ]);
  });

  test('bots and edits are not answered', async () => {
    const { workspace } = await openStage();
    const dm = { channel: 'D0MIRA0001', channel_type: 'im', event_ts: '1.1' };
    await workspace.event({ type: 'message', ...dm, ts: '1.1', user: MIRA, text: 'ceph', bot_id: 'B0OTHER' });
    await workspace.event({ type: 'message', ...dm, ts: '1.2', subtype: 'message_changed', message: {} });
    await workspace.event({
      type: 'message',
      ...dm,
      ts: '1.3',
      channel_type: 'channel',
      user: MIRA,
      text: 'ceph',
    });
    const mention = { type: 'app_mention', channel: LOBBY, event_ts: '1.4', user: MIRA, text: 'ceph' };
    await workspace.event({ ...mention, ts: '1.4', bot_id: 'B0OTHER' });
    await workspace.event({ ...mention, ts: '1.5', edited: { user: MIRA, ts: '1.6' } });
    await workspace.directMessage({ user: MIRA, text: 'radio silence' });
    await workspace.when(() => byTheBot(workspace).at(-1));
    expect(byTheBot(workspace)).toHaveLength(1);
  });

  test('the shortcut opens a field, and its answer takes the place of it', async () => {
    const { workspace } = await openStage();
    await workspace.shortcut({ user: MIRA, callbackId: 'find_talk' });
    await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    const { view } = await workspace.submit({ user: MIRA, entries: { words: 'ceph' } });
    expect(read((view?.content.blocks ?? []) as unknown[])[0]).toBe('7 talks for ceph (1 to 5)');
    if (view === undefined) throw new Error('The modal closed.');
    await workspace.click({ user: MIRA, in: view, label: 'More' });
    await workspace.when(() =>
      workspace
        .modalsOf(MIRA)
        .find(modal => read(modal.content.blocks as unknown[])[0]?.includes('(6 to 7)')),
    );
  });

  test('a message leads to the talks that are about what it says', async () => {
    const { workspace } = await openStage();
    const { message } = await workspace.say({
      user: JUNE,
      channel: LOBBY,
      text: 'Does a community of volunteers sail?',
    });
    await workspace.shortcut({ user: MIRA, callbackId: 'related_talks', message });
    const answer = await workspace.when(() => workspace.messages.find(one => one.ephemeralFor === MIRA));
    expect(read(answer.blocks).find(line => line.startsWith('Onboarding a crew'))).toBeDefined();
  });

  test("knows the reader's zone from the first answer on where they have seen the Home", async () => {
    const { workspace } = await openStage();
    await workspace.openHome({ user: MIRA });
    await workspace.when(() => (workspace.callsOf('users.info').length > 0 ? true : undefined));
    expect(read((await answered(workspace, 'ceph at sea')).blocks)[1]).toContain(
      '· Tue 11 May 09:00–09:40 · Quay Hall',
    );
  });

  test('Home says what Lectern is, and searches', async () => {
    const { workspace } = await openStage();
    await workspace.openHome({ user: MIRA });
    const home = await workspace.when(() => workspace.homeOf(MIRA));
    const lines = read(home.content.blocks as unknown[]);
    expect(lines[0]).toBe('Lighthouse Days');
    expect(lines.slice(2)).toEqual([
      'Find a talk: ____',
      'Examples',
      '[ceph][Ada Lund][track:people][11 May]',
      'Tracks',
      '[People][Storage]',
    ]);
    await workspace.click({ user: MIRA, in: home, label: 'Storage' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    expect(read(modal.content.blocks as unknown[])[0]).toBe('7 talks for track:Storage (1 to 5)');
  });

  test('the field on the Home opens its answer', async () => {
    const { workspace } = await openStage();
    await workspace.openHome({ user: MIRA });
    const home = await workspace.when(() => workspace.homeOf(MIRA));
    await workspace.click({ user: MIRA, in: home, actionId: 'home:search', choose: 'radio' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    expect(read(modal.content.blocks as unknown[])[0]).toBe('1 talk for radio');
  });
});

describe('when something is wrong', () => {
  test('a bot token that Slack refuses is known at the start', async () => {
    await expect(openStage({ botToken: 'xoxb-wrong' })).rejects.toThrow('invalid_auth');
  });

  test('a Slack that cannot be asked at the start is no reason not to start', async () => {
    const { workspace, log } = await openStage({ failing: { kind: 'status', status: 503 } });
    expect(log.map(line => line.msg)).toEqual([
      'The bot token could not be checked with Slack; a wrong one shows at the first reply.',
    ]);
    expect((await talk(workspace, 'ceph')).message).toBeDefined();
  });

  test('a bad or stale signature is refused, and nothing is done', async () => {
    const { workspace, url } = await openStage();
    const body = new URLSearchParams({
      command: '/talk',
      text: 'ceph',
      user_id: MIRA,
      channel_id: LOBBY,
    }).toString();
    const now = Math.floor(Date.now() / 1000);
    const post = (time: number, secret: string) =>
      fetch(`${url}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': String(time),
          'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`,
        },
      });
    const statuses = [
      (await post(now, 'another-secret')).status,
      (await post(now - 301, workspace.tokens.signingSecret)).status,
      (await post(now, workspace.tokens.signingSecret)).status,
    ];
    expect(statuses).toEqual([401, 401, 200]);
    expect(workspace.calls.map(call => call.method).filter(method => method !== 'users.info')).toEqual([
      'auth.test',
    ]);
  });

  test('a body over a megabyte is refused', async () => {
    const { url } = await openStage();
    const response = await fetch(`${url}/slack/events`, {
      method: 'POST',
      body: 'x'.repeat(1024 * 1024 + 1),
    });
    expect(response.status).toBe(413);
  });

  test('Slack refusing a reply for a moment costs the person nothing', async () => {
    const { workspace, log } = await openStage();
    workspace.fail('chat.postMessage', { kind: 'status', status: 503 }, { times: 2 });
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
    await workspace.when(() => byTheBot(workspace).at(-1));
    expect([byTheBot(workspace).length, log]).toEqual([1, []]);
  });

  test('Slack asking for a moment before a reply is no news', async () => {
    const { workspace, log } = await openStage();
    workspace.fail('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 0 });
    workspace.fail('chat.postMessage', { kind: 'reset' });
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
    await workspace.when(() => byTheBot(workspace).at(-1));
    expect([byTheBot(workspace).length, log]).toEqual([1, []]);
  });

  test.each(['Share', 'More'])('who presses %s in vain is told in a direct message', async label => {
    const { workspace, log } = await openStage();
    const results = await answered(workspace, 'ceph');
    const [first] = results.blocks.flatMap(block => block.block_id as string).slice(2);
    workspace.fail('response_url', { kind: 'status', status: 500 }, { times: 2 });
    await workspace.click({ user: MIRA, in: results, label, ...(label === 'Share' && { blockId: first }) });
    const told = await workspace.when(() => workspace.visibleMessages(MIRA, 'D0MIRA0001').at(-1));
    expect(told.text).toMatch(/^Something went wrong on Lectern's side/);
    while (log.length === 0) await new Promise(resolve => setImmediate(resolve));
    expect(log).toMatchObject([{ msg: 'A request failed.', told: true }]);
  });

  test('who shares in vain from a talk is told in a direct message', async () => {
    const { workspace } = await openStage();
    const results = await answered(workspace, 'radio silence');
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    await workspace.click({ user: MIRA, in: modal, label: 'Share...' });
    await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
    workspace.fail('response_url', { kind: 'status', status: 500 }, { times: 2 });
    await workspace.submit({ user: MIRA, entries: { channel: CORRIDOR } });
    const told = await workspace.when(() => workspace.visibleMessages(MIRA, 'D0MIRA0001').at(-1));
    expect(told.text).toMatch(/^Something went wrong on Lectern's side/);
  });

  test('a talk that has gone cannot be shared any more, and the form says so', async () => {
    const { workspace, show } = await openStage();
    const results = await answered(workspace, 'radio silence');
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    const modal = await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
    await workspace.click({ user: MIRA, in: modal, label: 'Share...' });
    await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
    show(programme());
    expect((await workspace.submit({ user: MIRA, entries: { channel: CORRIDOR } })).errors).toEqual({
      share_channel: 'This talk is no longer in the programme.',
    });
  });

  test('Slack being down for a reply is logged once, and the next one is answered', async () => {
    const { workspace, log } = await openStage();
    workspace.fail('chat.postMessage', { kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
    while (log.length === 0) await new Promise(resolve => setImmediate(resolve));
    expect(log).toMatchObject([{ msg: 'A request failed.', told: false }]);
    workspace.heal();
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
    await workspace.when(() => byTheBot(workspace).at(-1));
    expect(log).toHaveLength(1);
  });

  test('a person whose button fails is told, with a number that is in the log', async () => {
    const { workspace, log } = await openStage();
    const results = await answered(workspace, 'radio silence');
    workspace.fail('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    const told = await workspace.when(() =>
      workspace.visibleMessages(MIRA, LOBBY).find(one => one.text.startsWith('Something')),
    );
    expect(told.text).toMatch(/^Something went wrong on Lectern's side \(\w{8}\)\./);
    expect(read(told.blocks)).toEqual([told.text]);
    while (log.length === 0) await new Promise(resolve => setImmediate(resolve));
    expect(log.map(line => line.id)).toEqual([/\((\w{8})\)/.exec(told.text)?.[1]]);
  });

  test('a fault in a search is told to the person who searched', async () => {
    const { workspace, show } = await openStage();
    show({
      ...programme(),
      get conference(): never {
        throw new Error('The programme is broken.');
      },
    });
    const { message } = await talk(workspace, 'ceph');
    expect(message?.text).toMatch(/^Something went wrong/);
  });
});

test.each(['http', 'socket'] as const)(
  'tells on its port over %s whether it lives and is ready',
  async mode => {
    const { url } = await openStage({ mode });
    const answers = await Promise.all(
      ['/healthz', '/readyz', '/nothing'].map(path => fetch(`${url}${path}`)),
    );
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 404]);
  },
);

function byTheBot(workspace: Workspace) {
  return workspace.messages.filter(message => message.author === workspace.bot.userId);
}

/** The message in its new words. */
function changed(workspace: Workspace, message: Message): Promise<Message> {
  return workspace.when(() =>
    workspace.messages.find(
      one => one.ts === message.ts && JSON.stringify(one.blocks) !== JSON.stringify(message.blocks),
    ),
  );
}
