import { expect, test } from 'vitest';
import type { RoomLinks } from '../../../src/programme/conference.ts';
import { readConferenceFile } from '../../../src/sources/settings/conference-file.ts';

const EXAMPLE = '"Quay Hall: { channel: C0123456789, stream: https://example.org/live }"';

test.each<[string, string, readonly RoomLinks[], readonly string[]]>([
  [
    'a channel and a stream',
    'rooms: { Quay Hall: { channel: C0123456789, stream: "https://example.org/1" } }',
    [{ room: 'Quay Hall', channel: 'C0123456789', stream: 'https://example.org/1' }],
    [],
  ],
  ['no rooms', 'rooms:', [], []],
  ['a room called by a number', 'rooms:\n  101: { channel: C012 }', [{ room: '101', channel: 'C012' }], []],
  [
    'rooms called by numbers that end or begin with a zero',
    'rooms:\n  1.10: { channel: C012 }\n  007: { channel: C013 }',
    [
      { room: '1.10', channel: 'C012' },
      { room: '007', channel: 'C013' },
    ],
    [],
  ],
  [
    'a room in one of many workspaces',
    'rooms: { Pier: { channel: G012, workspace: T012 } }',
    [{ room: 'Pier', channel: 'G012', workspace: 'T012' }],
    [],
  ],
  [
    'a stream that is no address, beside a channel',
    'rooms: { Pier: { channel: C012, stream: ftp://example.org } }',
    [{ room: 'Pier', channel: 'C012' }],
    [
      '1: "stream" should be a web address that begins with https:// and is "ftp://example.org". It was left out.',
    ],
  ],
  [
    'a list in the place of a channel',
    'rooms: { Pier: { channel: [C012] } }',
    [{ room: 'Pier' }],
    [
      '1: "channel" should be the id of a channel such as "C0123456789" and is a list or a group. It was left out.',
    ],
  ],
  [
    'a list',
    'rooms: [Pier]',
    [],
    [`1: "rooms" should be lines such as ${EXAMPLE} below it; it was left out.`],
  ],
  [
    'an empty room',
    'rooms:\n  Pier:',
    [],
    [`2: The room "Pier" should be a line such as ${EXAMPLE}; it was left out.`],
  ],
])('reads %s', (_, yaml, rooms, problems) => {
  const read = readConferenceFile(yaml, { path: 'conference.yml', folder: '' });
  expect([
    read.conference.roomLinks,
    read.problems.map(({ line, message }) => `${line}: ${message}`),
  ]).toEqual([rooms, problems]);
});
