import { expect, test } from 'vitest';
import { decode } from '../../src/importers/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const WINDOWS = 'The file is not UTF-8; it was read as windows-1252, so check its accents.';

const rows: readonly [what: string, bytes: Uint8Array, text: string, doubt: string | undefined][] = [
  ['plain text', utf8('Ceph at sea'), 'Ceph at sea', undefined],
  ['nothing', utf8(''), '', undefined],
  ['UTF-8 with its accents', utf8('Zoë – 東京'), 'Zoë – 東京', undefined],
  ['UTF-8 after a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x41), 'A', undefined],
  ['the line ends of Windows and of old Macs', utf8('a\r\nb\rc\n'), 'a\nb\nc\n', undefined],
  ['UTF-16 as Excel writes it', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0xeb, 0), 'Aë', undefined],
  ['UTF-16 of the other order', Uint8Array.of(0xfe, 0xff, 0, 0x41, 0, 0xeb), 'Aë', undefined],
  ['windows-1252', Uint8Array.of(0x5a, 0x6f, 0xeb), 'Zoë', WINDOWS],
  ['its quotes, dash and euro', Uint8Array.of(0x93, 0x96, 0x94, 0x80), '“–”€', WINDOWS],
  [
    'UTF-8 with a damaged letter',
    Uint8Array.of(...utf8('Zoë\nMünster '), 0xc3),
    'Zoë\nMünster \ufffd',
    'Some characters are damaged, the first in line 2; they are shown as \ufffd.',
  ],
];

test.each(rows)('reads %s', (_, bytes, text, doubt) => {
  expect(decode(bytes)).toEqual({ text, doubt });
});
