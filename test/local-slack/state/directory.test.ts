import { describe, expect, it } from 'vitest';
import { Directory } from '../../../src/local-slack/state/directory.ts';

const MIRA = 'U0MIRA0001';
const JUNE = 'U0JUNE0002';
const BOT = 'U0LECTERN1';

const names = (directory: Directory, user: string) =>
  directory.listVisible(user).map(({ id, name }) => `${name} ${id}`);

describe('a person sees', () => {
  it('public channels, and their own', () => {
    const directory = new Directory();
    expect(names(directory, MIRA)).toEqual([
      'lobby C0LOBBY001',
      'corridor C0CORRIDOR',
      'organisers C0ORGANISE',
      'directmessage D0MIRA0001',
    ]);
    expect(names(directory, JUNE)).toEqual(['lobby C0LOBBY001', 'corridor C0CORRIDOR']);
  });

  it('a private channel once they have joined, until they leave', () => {
    const directory = new Directory();
    directory.join('C0ORGANISE', JUNE);
    expect(names(directory, JUNE)).toContain('organisers C0ORGANISE');
    directory.leave('C0ORGANISE', JUNE);
    expect(names(directory, JUNE)).not.toContain('organisers C0ORGANISE');
  });
});

describe('direct messages', () => {
  it('are those that are there, or are opened once', () => {
    const directory = new Directory();
    expect(directory.openDirectMessages(MIRA).id).toBe('D0MIRA0001');
    const opened = directory.openDirectMessages(JUNE);
    expect(opened).toEqual({
      id: 'D0JUNE0002',
      name: 'directmessage',
      kind: 'dm',
      members: new Set([JUNE, BOT]),
      archived: false,
    });
    expect(directory.openDirectMessages(JUNE)).toBe(opened);
    expect(directory.channel('D0JUNE0002')).toBe(opened);
    expect(names(directory, MIRA)).not.toContain('directmessage D0JUNE0002');
  });
});

describe('channels', () => {
  it('know whether the bot is a member', () => {
    const directory = new Directory();
    const hasBot = (id: string) => {
      const channel = directory.channel(id);
      return channel && directory.hasBot(channel);
    };
    expect(['C0LOBBY001', 'C0CORRIDOR', 'C0NOWHERE1'].map(hasBot)).toEqual([true, false, undefined]);
    directory.join('C0CORRIDOR', BOT);
    directory.leave('C0LOBBY001', BOT);
    expect(['C0LOBBY001', 'C0CORRIDOR'].map(hasBot)).toEqual([false, true]);
  });

  it('change without changing what was read before', () => {
    const directory = new Directory();
    const before = directory.channel('C0LOBBY001');
    directory.archive('C0LOBBY001');
    directory.leave('C0LOBBY001', JUNE);
    expect([before?.archived, before?.members.has(JUNE)]).toEqual([false, true]);
    expect(directory.channel('C0LOBBY001')).toEqual({
      ...before,
      archived: true,
      members: new Set([MIRA, BOT]),
    });
    expect(new Directory().channel('C0LOBBY001')).toEqual(before);
  });

  it('can be added', () => {
    const directory = new Directory();
    const hall = {
      id: 'C0HALL',
      name: 'hall',
      kind: 'public',
      members: new Set<string>(),
      archived: false,
    } as const;
    directory.add(hall);
    expect(directory.channels.at(-1)).toBe(hall);
  });

  it.each([
    ['join', (directory: Directory) => directory.join('C0NOWHERE1', MIRA)],
    ['leave', (directory: Directory) => directory.leave('C0NOWHERE1', MIRA)],
    ['archive', (directory: Directory) => directory.archive('C0NOWHERE1')],
  ])('must exist to %s', (_name, change) => {
    expect(() => change(new Directory())).toThrow('There is no channel C0NOWHERE1 in this workspace.');
  });
});

describe('people', () => {
  it('have an id, and the bot is none of them', () => {
    const directory = new Directory();
    expect([MIRA, BOT, 'U0NOBODY01'].map(id => directory.person(id)?.name)).toEqual([
      'Mira Castell',
      undefined,
      undefined,
    ]);
  });

  it('move to another zone by themselves', () => {
    const directory = new Directory();
    directory.setTimeZone(MIRA, 'Asia/Tokyo');
    expect(directory.people.map(({ timeZone }) => timeZone)).toEqual(['Asia/Tokyo', 'America/Los_Angeles']);
    expect(() => directory.setTimeZone(MIRA, 'Tokyo')).toThrow('There is no time zone Tokyo.');
  });
});
