import { expect, test } from 'vitest';
import { readMarkedOrder } from '../../../src/slack/digest/marked-order.ts';

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
  [
    'digest 08:00 in <#C1|a> intro Questions? Ask in <#C2|corridor> or <#C3>',
    ['C1'],
    'digest 08:00 intro Questions? Ask in #corridor or #C3',
  ],
  ['digest 08:00 intro "Ask in <#C2|corridor>" in <#C1|a>', ['C1'], 'digest 08:00 intro "Ask in #corridor" '],
  ['ceph in <#C1|a>', [], 'ceph in <#C1|a>'],
  ['digestive <#C1|a>', [], 'digestive <#C1|a>'],
  [undefined, [], ''],
])('%s', (typed, channels, words) => {
  const read = readMarkedOrder(typed);
  expect([read.channels, read.words.replace(/ +/g, ' ')]).toEqual([channels, words]);
});

test.each([
  ['digest 08:00 <!here>', true],
  ['digest 08:00 <!channel|channel>', true],
  ['digest 08:00 <!subteam^S0CREW|@crew>', true],
  ['digest 08:00 <@U0JUNE0002>', false],
  ['ceph <!here>', false],
])('%s would mention many people: %s', (typed, isForMany) => {
  expect(readMarkedOrder(typed).isForMany).toBe(isForMany);
});
