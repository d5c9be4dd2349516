import { expect, test } from 'vitest';
import type { Talk } from '../../../../src/programme/talk.ts';
import { joinNotices } from '../../../../src/slack/views/mine/joined-notices.ts';
import { alertFound, starredChanged } from '../../../../src/slack/views/mine/starred-notices.ts';
import { expectValidMessage } from '../../../support/block-kit.ts';
import { programme } from '../../../support/conference.ts';
import { hour, session } from '../../../support/lighthouse-days.ts';
import { readMessage } from '../../../support/read-message.ts';

const context = { folder: '', rehearsal: false };
const fog = session('Fog', '2027-05-11', '11:00');

function moved(talk: Talk, from: string, to: string) {
  const at = (time: string) => ({ ...talk, slots: [hour('2027-05-11', time)] });
  return starredChanged([{ kind: 'moved', talk: at(to), before: at(from) }], context);
}

function found(title: string) {
  const alerts = [{ words: 'sea', programme: programme([fog]) }];
  const talk = session(title, '2027-05-12', '09:00');
  return alertFound([{ talk, folder: '', isNew: true, alerts }], context);
}

test('changes stand under one heading, a talk once, and what alerts found below them', () => {
  const lamps = session('Lamps & <lenses>', '2027-05-11', '09:00');
  const joined = joinNotices([
    moved(fog, '11:00', '13:00'),
    found('Sea'),
    moved(lamps, '09:00', '10:00'),
    moved(fog, '13:00', '14:00'),
  ]);
  if (joined === undefined) throw new Error('They fit.');
  expectValidMessage(joined);
  expect(readMessage(joined)).toBe(
    [
      'Talks you starred have changed',
      '',
      'Fog',
      'Tue 11 May 11:00 → 13:00',
      'Tue 11 May 13:00 → 14:00',
      '[Details] [Unstar]',
      '',
      'Lamps & <lenses>',
      'Tue 11 May 09:00 → 10:00',
      '[Details] [Unstar]',
      '[Stop these]',
      '',
      'A new talk matches your alert sea',
      '',
      'Sea',
      'Wed 12 May 09:00–10:00 · Quay Hall',
      '[Details] [Star]',
      '[Remove]',
    ].join('\n'),
  );
  expect(joined.text).toBe(
    [
      'Talks you starred have changed',
      'Fog: Tue 11 May 11:00 → 13:00',
      'Lamps &amp; &lt;lenses&gt;: Tue 11 May 09:00 → 10:00',
      'Fog: Tue 11 May 13:00 → 14:00',
      'A new talk matches your alert sea',
      'Sea, Wed 12 May 09:00–10:00 · Quay Hall',
    ].join('\n'),
  );
});

test('one talk that changed twice is one talk', () => {
  const joined = joinNotices([moved(fog, '11:00', '13:00'), moved(fog, '13:00', '14:00')]);
  expect(joined?.text.split('\n')[0]).toBe('A talk you starred has changed');
});

test('what Slack would not take in one message is not joined', () => {
  const many = Array.from({ length: 30 }, (_, at) => found(`Sea ${at}`));
  expect(joinNotices(many)).toBe(undefined);
});
