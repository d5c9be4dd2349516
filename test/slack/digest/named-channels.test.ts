import { expect, test } from 'vitest';
import { readNamedChannels } from '../../../src/slack/digest/named-channels.ts';

test.each([
  ['digest daily 08:00', [], 'digest daily 08:00'],
  ['digest 08:00 in <#C0CORRIDOR|corridor>', ['C0CORRIDOR'], 'digest 08:00 '],
  [
    'digest 08:00 in <#C1|a>, <#C2> and <#C3|c> track:storage',
    ['C1', 'C2', 'C3'],
    'digest 08:00 track:storage',
  ],
  ['digest 08:00 in <#C1|a> and in <#C2|b>', ['C1', 'C2'], 'digest 08:00 '],
  ['<@U0LECTERN1> digest off für <#C1|a> und <#C1|a>', ['C1'], '<@U0LECTERN1> digest off '],
  ['digest <#G1|private> 08:00', ['G1'], 'digest 08:00'],
  ['ceph in <#C1|a>', [], 'ceph in <#C1|a>'],
  ['digestive <#C1|a>', [], 'digestive <#C1|a>'],
  [undefined, [], ''],
])('%s', (typed, channels, words) => {
  const read = readNamedChannels(typed);
  expect([read.channels, read.words.replace(/ +/g, ' ')]).toEqual([channels, words]);
});
