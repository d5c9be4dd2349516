import { expect, test } from 'vitest';
import { readTalkValue } from '../../../src/slack/button-values.ts';
import { sharedTalk, shareWhere } from '../../../src/slack/views/shared-talk.ts';
import { expectValidMessage, expectValidView } from '../../support/block-kit.ts';
import { programme, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';

const slot = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};
const shown = talk({ slots: [slot], abstract: 'How a ferry line runs Ceph on board.' });
const bow = programme([shown], { folder: 'bow' });

test('a shared talk says who shared it, and shows both times to everyone', () => {
  const message = sharedTalk({ talk: shown, programme: bow }, 'U0MIRA0001');
  expectValidMessage(message);
  expect(read(message.blocks)).toEqual([
    '@U0MIRA0001 shared a talk | Tue 11 May · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:40} your time)',
    'Ceph at sea | Ada Lund · 09:00–09:40 · Quay Hall | How a ferry line runs Ceph on board.',
    '[Details][Star]',
  ]);
  expect(message.text).toBe('A talk was shared: Ceph at sea, by Ada Lund, Tue 11 May 09:00–09:40, Quay Hall');
});

test('the modal asks where, and carries the talk', () => {
  const view = shareWhere({ talk: shown, programme: bow });
  expectValidView(view);
  expect(read(view.blocks)).toEqual(['Ceph at sea', 'Where: ____']);
  const [, where] = view.blocks;
  expect(where).toMatchObject({
    block_id: 'share_channel',
    element: {
      type: 'conversations_select',
      action_id: 'channel',
      default_to_current_conversation: true,
      response_url_enabled: true,
    },
  });
  expect(readTalkValue(view.private_metadata ?? '', loadedWith(bow))).toEqual({
    talk: shown,
    programme: bow,
  });
});
