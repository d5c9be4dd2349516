import { describe, expect, test } from 'vitest';
import { programme, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, knowZone, LOBBY, last, MIRA, messagesOfApp } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

describe('/talk', () => {
  test('shows the person first where a name is meant, however it is spelt', async () => {
    const { workspace } = await openStage();
    const lines = read((await answerTo(workspace, 'stefano maffuli')).blocks);
    expect(lines[0]).toBe(
      '2 talks for stefano mafuli | Showing results for stefano mafuli (you typed stefano maffuli)',
    );
    expect(lines[1]).toBe(
      'Stefano Mafuli, 2 talks | Head of Crews, Tern Ferries | Stefano looks after the community of a ferry line.',
    );
    expect(lines.filter(line => line.startsWith('Onboarding') || line.startsWith('Radio'))).toHaveLength(2);
  });

  test('says what it understood where a word was misspelt', async () => {
    const { workspace } = await openStage();
    const message = await answerTo(workspace, 'cehp');
    expect(read(message.blocks)[0]).toBe(
      '7 talks for ceph (1 to 5) | Showing results for ceph (you typed cehp)',
    );
    expect(message.text.split('\n')[0]).toBe('7 talks for cehp. Showing results for ceph.');
  });

  test.each(['', 'help', ' HELP '])('%j explains itself, with examples of this programme', async typed => {
    const { workspace } = await openStage();
    const lines = read((await answerTo(workspace, typed)).blocks);
    expect(lines.slice(0, 2).join(' ')).toContain('Lectern knows 9 talks by 2 speakers of Lighthouse Days.');
    expect(lines.slice(-4)).toEqual([
      'Try',
      '[/talk ceph][/talk Ada Lund][/talk track:people][/talk 11 May]',
      'Tracks',
      '[People][Storage]',
    ]);
  });

  test.each(['"help"', 'help desk', 'next generation storage'])('searches %j', async typed => {
    const { workspace } = await openStage();
    expect(read((await answerTo(workspace, typed)).blocks)[0]).not.toBe('Find a talk');
  });

  test('where nothing matches it offers the nearest words and the tracks', async () => {
    const { workspace } = await openStage();
    const message = await answerTo(workspace, 'zzzqqqxxx');
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
    const message = await answerTo(workspace, 'speaker:nobody');
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

  test('takes what Slack makes of markup and mentions', async () => {
    const { workspace } = await openStage();
    const message = await answerTo(workspace, '@june <ceph> & #lobby');
    expect(read(message.blocks)[0]).toMatch(/^7 talks for /);
  });

  test("knows the reader's zone from the second answer on", async () => {
    const { workspace } = await openStage();
    await answerTo(workspace, 'radio');
    await workspace.when(() => (workspace.callsOf('users.info').length > 0 ? true : undefined));
    const inMadrid = await answerTo(workspace, 'ceph at sea');
    expect(read(inMadrid.blocks).slice(1, 3)).toEqual([
      'Tue 11 May',
      expect.stringContaining('Ceph at sea | Ada Lund · 09:00–09:40 · Quay Hall'),
    ]);
  });
});

describe('the agenda', () => {
  test('/talk now shows what runs, then what is next', async () => {
    const { workspace } = await openStage();
    await knowZone(workspace);
    expect(read((await answerTo(workspace, 'now')).blocks)).toEqual([
      'Now, Tue 11 May 09:00',
      'Running',
      'Ceph at sea | 09:00–09:40 · Quay Hall · Ada Lund',
      '[Details][Star]',
      'Next',
      'Lesson 1 in Ceph | 10:00–10:40 · Quay Hall · Ada Lund',
      '[Details][Star]',
    ]);
  });

  test('/talk next shows all that begins at the next time', async () => {
    const { workspace } = await openStage();
    await knowZone(workspace);
    const message = await answerTo(workspace, 'next');
    expect(read(message.blocks).slice(0, 2)).toEqual(['Next', 'Tue 11 May']);
    expect(message.text).toBe('Next\nTue 11 May\n10:00 Quay Hall: Lesson 1 in Ceph, Ada Lund');
  });

  test.each([
    ['today', []],
    ['11 May', []],
    ['today track:storage', ['Storage', '[All days (7)][All tracks (7)]']],
    ['today room:quay', ['Quay Hall', '[All days (7)][All rooms (7)]']],
  ])(
    "/talk %s shows the day, with the reader's own time where it is not known to be the same",
    async (typed, understood) => {
      const { workspace } = await openStage();
      const lines = read((await answerTo(workspace, typed)).blocks);
      const [title, ...others] = lines;
      expect(title).toBe(
        'Tue 11 May: 7 sessions · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:40} your time)',
      );
      expect(others.slice(0, understood.length + 2)).toEqual([
        ...understood,
        'Ceph at sea | 09:00–09:40 · Quay Hall · Ada Lund',
        '[Details][Star]',
      ]);
      expect(others).toHaveLength(understood.length + 14);
    },
  );

  test('a day without sessions leads to those with some', async () => {
    const { workspace } = await openStage();
    const message = await answerTo(workspace, 'tomorrow');
    expect(read(message.blocks)).toEqual([
      expect.stringMatching(/^Wed 12 May: 0 sessions · /),
      'Nothing is scheduled then.',
      'Days',
      '[Tue 11 May]',
      'Last before, Tue 11 May',
      'Lesson 6 in Ceph | 15:00–15:40 · Quay Hall · Ada Lund',
      '[Details][Star]',
    ]);
    await workspace.click({ user: MIRA, in: message, label: 'Tue 11 May' });
    expect(read((await changed(workspace, message)).blocks)[0]).toMatch(/^Tue 11 May: 7 sessions( ·|$)/);
  });

  test('a filter that nothing goes by is said', async () => {
    const { workspace } = await openStage();
    expect(read((await answerTo(workspace, 'today track:cooking')).blocks).slice(0, 2)).toEqual([
      'Tue 11 May: 0 sessions',
      'There is no track “cooking” in the programme.',
    ]);
  });

  test('a long day comes a page at a time', async () => {
    const slots = harbour.talks.flatMap(({ slots }) => slots);
    const many = Array.from({ length: 30 }, (_, index) =>
      talk({ id: `t${index}`, title: `Talk ${index}`, slots: slots.slice(0, 1) }),
    );
    const { workspace } = await openStage({ programme: programme(many) });
    const first = await answerTo(workspace, 'today');
    expect(read(first.blocks)[0]).toContain('Tue 11 May: 30 sessions (1 to 12 of 30)');
    await workspace.click({ user: MIRA, in: first, label: 'More' });
    const second = await changed(workspace, first);
    expect(read(second.blocks)[0]).toContain('Tue 11 May: 30 sessions (13 to 24 of 30)');
    expect(last(read(second.blocks))).toBe('[More][Back]');
  });

  test('a programme without times says so', async () => {
    const { workspace } = await openStage({ programme: programme() });
    for (const typed of ['now', 'today'])
      expect(read((await answerTo(workspace, typed)).blocks)).toEqual([
        'Agenda',
        'This programme has no times yet.',
      ]);
  });

  test('where no zone is known, days are shown and now is not guessed', async () => {
    const slot = { start: '2027-05-11T09:00:00', end: undefined, rooms: ['Quay'], day: '2027-05-11' };
    const { workspace } = await openStage({
      programme: programme([talk({ slots: [slot] })], { timeZone: undefined }),
    });
    expect(read((await answerTo(workspace, 'now')).blocks)).toEqual([
      'Agenda',
      'The programme does not say in which time zone its times are, so Lectern cannot tell what runs now. An organiser can set timeZone in conference.yml.',
      'Days',
      '[Tue 11 May]',
    ]);
    expect(read((await answerTo(workspace, '2027-05-11')).blocks).slice(0, 2)).toEqual([
      'Tue 11 May: 1 session',
      'Ceph at sea | 09:00 · Quay · Ada Lund',
    ]);
  });
});

describe('with several conferences', () => {
  const bow = programme([talk({ id: 'bow', title: 'Ceph on the bow' })], { name: 'Bow Days' });
  const others = [{ name: 'Bow Days', programme: bow, open: () => loadedWith(bow) }];

  test.each(['conference:bow ceph', 'ceph conference:"Bow Days"', 'conference:“bow days” ceph'])(
    '%s asks another one',
    async typed => {
      const { workspace } = await openStage({ loaded: loadedWith(harbour, { others }) });
      expect(read((await answerTo(workspace, typed)).blocks)[1]).toBe('This is from Bow Days.');
    },
  );

  test('the current one may be named too, and one that is not there is said', async () => {
    const { workspace } = await openStage({ loaded: loadedWith(harbour, { others }) });
    expect(read((await answerTo(workspace, 'conference:lighthouse ceph')).blocks)[0]).toBe(
      '7 talks for ceph (1 to 5)',
    );
    expect(read((await answerTo(workspace, 'conference:nowhere ceph')).blocks)[1]).toBe(
      'There is no conference “nowhere” here. Lectern knows Lighthouse Days, Bow Days.',
    );
  });
});

test('an answer from an old copy says how old it is', async () => {
  const { workspace } = await openStage({
    loaded: loadedWith(harbour, { asOf: Date.UTC(2027, 4, 10, 18, 5) }),
  });
  for (const typed of ['ceph', 'today', 'zzzqqq'])
    expect(read((await answerTo(workspace, typed)).blocks)).toContain('Programme as of Mon 10 May 20:05.');
});

describe('in direct messages', () => {
  test('a direct message is a search, and stays', async () => {
    const { workspace } = await openStage();
    await workspace.directMessage({ user: MIRA, text: 'ceph' });
    const reply = await workspace.when(() => workspace.messages.find(message => message.author !== MIRA));
    expect(read(reply.blocks)[0]).toBe('7 talks for ceph (1 to 5)');
    expect(read(reply.blocks)[3]).toBe('[Details][Share...][Star]');
    await workspace.click({ user: MIRA, in: reply, label: 'More' });
    await changed(workspace, reply);
    expect(workspace.messages).toHaveLength(2);
  });
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
  // In a thread that is there: an answer to a message of nobody's would be refused, and prove nothing.
  const { message: root } = await workspace.say({ user: MIRA, channel: LOBBY, text: 'Ahoy' });
  const mention = {
    type: 'app_mention',
    channel: LOBBY,
    thread_ts: root.ts,
    event_ts: '1.4',
    user: MIRA,
    text: 'ceph',
  };
  await workspace.event({ ...mention, ts: '1.4', bot_id: 'B0OTHER' });
  await workspace.event({ ...mention, ts: '1.5', edited: { user: MIRA, ts: '1.6' } });
  await workspace.event({ ...mention, ts: '1.7', subtype: 'bot_message' });
  await workspace.directMessage({ user: MIRA, text: 'radio silence' });
  const isAnswer = ({ text }: { readonly text: string }) => text.includes('radio silence');
  await workspace.when(() => messagesOfApp(workspace).find(isAnswer));
  expect(messagesOfApp(workspace).filter(message => !isAnswer(message))).toEqual([]);
});
