import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OWN_TEXT_LENGTHS, plainOwnText } from '../../../../src/conversation/digest/own-texts.ts';
import { composeDigest } from '../../../../src/slack/views/digest/compose.ts';
import type { Digest } from '../../../../src/store/digests.ts';
import { expectValidMessage, reachingOut } from '../../../support/block-kit.ts';
import { cases } from '../../../support/cases.ts';
import { programme, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { hostileText } from '../../../support/hostile.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { inTime } from '../../../support/post-time.ts';
import { readMessage } from '../../../support/read-message.ts';

const DAY = '2027-05-11';
const slot = { start: `${DAY}T09:00:00+02:00`, end: undefined, rooms: ['Quay Hall'], day: DAY };
const HERE = { type: 'broadcast', range: 'here' };
const OWNER = { type: 'user', user_id: 'U0MIRA0001' };
const STREAM = 'https://example.org/live/1';

function posted(given: Partial<Digest>, { rehearsal = false, timed = true } = {}) {
  const order = digest(given);
  const roomLinks = [
    { room: 'quay hall', stream: STREAM },
    { room: 'Net Loft', stream: 'https://example.org/live/2' },
    { room: 'Quay Hall', channel: 'C0QUAY0001' },
  ];
  const of = programme([talk({ slots: timed ? [slot] : [] })], { roomLinks: timed ? roomLinks : [] });
  const [part] = composeDigest(order, DAY, {
    loaded: loadedWith(of),
    posted: inTime(order, DAY),
    changes: [],
    toldTalks: new Set(),
    rehearsal,
  });
  if (part === undefined) throw new Error('Nothing was posted.');
  return part.message;
}

const TEXTS = {
  intro: 'Good *morning*!\nCoffee is on.',
  closing: 'See you *tonight*',
  sponsor: 'Breakfast is on Net Loft Ltd',
  sponsorLink: 'https://example.org/loft?a=1&b=2',
};

describe('the organisers’ words', () => {
  test('stand above and below what a digest tells', () => {
    const { text, blocks } = posted(TEXTS);
    expect(readMessage({ text, blocks }).split(/\n+/)).toEqual([
      'Lighthouse Days is today',
      'Good morning!',
      'Coffee is on.',
      expect.stringMatching(/^Tue 11 May · 1 session/),
      'Live streams: quay hall',
      '09:00',
      '• Ceph at sea',
      'Quay Hall · Ada Lund',
      expect.stringMatching(/^How a ferry line/),
      '[Details of... ▾]',
      'See you tonight',
      'Breakfast is on Net Loft Ltd',
      'Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.',
    ]);
    expect(text.split('\n')).toEqual([
      'Lighthouse Days is today',
      'Good morning!',
      'Coffee is on.',
      'Tue 11 May · 1 session · times in Europe/Madrid',
      '09:00 Quay Hall: Ceph at sea, Ada Lund',
      `Live streams: quay hall (${STREAM})`,
      'See you tonight',
      'Breakfast is on Net Loft Ltd (https://example.org/loft?a=1&amp;b=2)',
    ]);
    expect(reachingOut(blocks)).toEqual([
      { type: 'link', url: STREAM, text: 'quay hall' },
      { type: 'link', url: TEXTS.sponsorLink, text: TEXTS.sponsor },
      OWNER,
    ]);
  });

  test('stand around talks without times, too', () => {
    const { text } = posted(TEXTS, { timed: false });
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Lighthouse Days: talks to look forward to',
      'Good morning!',
      'Coffee is on.',
    ]);
    expect(text.split('\n').slice(-2)[0]).toBe('See you tonight');
  });

  test.each([
    ['*Coffee* and *tea*', ['*Coffee*', ' and ', '*tea*']],
    ['2 * 3 * 4', ['2 * 3 * 4']],
    ['a*b*c', ['a*b*c']],
    ['**', ['**']],
    ['<!channel> <@U1> #lobby https://example.org', ['<!channel> <@U1> #lobby https://example.org']],
  ])('%s has only bold words', (intro, pieces) => {
    const section = JSON.parse(JSON.stringify(posted({ intro }).blocks[1])).elements[0].elements;
    expect(
      section.map((each: { text: string; style?: object }) => (each.style ? `*${each.text}*` : each.text)),
    ).toEqual(pieces);
  });

  test('call, link and break nothing, whatever they are', () => {
    const kept = (key: 'intro' | 'closing' | 'sponsor') =>
      hostileText.map(plainOwnText).filter(text => text.length <= OWN_TEXT_LENGTHS[key]);
    fc.assert(
      fc.property(kept('intro'), kept('closing'), kept('sponsor'), (intro, closing, sponsor) => {
        const { text, blocks } = posted({ intro, closing, sponsor, sponsorLink: 'javascript:alert(1)' });
        expectValidMessage({ text, blocks });
        expect(text).not.toMatch(/[<>]/);
        expect(reachingOut(blocks).slice(1)).toEqual([OWNER]);
      }),
      { numRuns: cases(100) },
    );
  });
});

describe('a mention', () => {
  test.each([
    ['stands before the intro', { intro: 'Good morning!' }, '@here Good morning!'],
    ['stands alone', {}, '@here'],
  ])('%s', (_how, given, words) => {
    const { text, blocks } = posted({ mentionHere: true, ...given });
    expect(reachingOut(blocks)[0]).toEqual(HERE);
    expect(text.split('\n')[1]).toBe(words);
  });

  test('calls nobody to a rehearsal', () => {
    const { text, blocks } = posted({ mentionHere: true, intro: 'Hello' }, { rehearsal: true });
    expect(reachingOut(blocks)).not.toContainEqual(HERE);
    expect(text.split('\n')[1]).toBe('@here Hello');
  });
});
