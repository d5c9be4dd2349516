import { describe, expect, test } from 'vitest';
import { details } from '../../../src/slack/views/details.ts';
import { expectValidView } from '../../support/block-kit.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { hour } from '../../support/lighthouse-days.ts';
import { loadedWith, loadedWithoutIndex } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';

const NOBODY = { zone: undefined, stars: undefined };

test('the languages of a talk are called by their names', () => {
  const both = talk({ track: 'Storage', level: 'Beginner', languages: ['de', 'pt-br'] });
  expect(read(details(both, loadedWith(programme([both])), NOBODY).blocks)[1]).toBe(
    'Storage · Beginner · German, Brazilian Portuguese',
  );
});

test.each([
  [31, 'and 1 more speaker'],
  [32, 'and 2 more speakers'],
])('of %i speakers, those beyond thirty are counted', (people, line) => {
  const speakers = Array.from({ length: people }, (_, place) => speaker({ id: `s${place}` }));
  const panel = talk({ speakers });
  expect(read(details(panel, loadedWith(programme([panel])), NOBODY).blocks)).toContain(line);
});

describe('of long texts', () => {
  const LONGEST = 20_000;

  /** A talk of so many people, who give ten more talks together and have as much to say as a file can hold. */
  function panel(people: number, letter: string) {
    const speakers = Array.from({ length: people }, (_, place) =>
      speaker({ id: `s${place}`, name: `Speaker ${place}`, bio: letter.repeat(LONGEST) }),
    );
    const shown = talk({ abstract: letter.repeat(LONGEST), speakers });
    const others = Array.from({ length: 10 }, (_, place) =>
      talk({ id: `t${place}`, title: letter.repeat(200), speakers }),
    );
    return details(shown, loadedWithoutIndex(programme([shown, ...others])), NOBODY);
  }

  const lengthsOf = (letter: string, blocks: readonly unknown[]) =>
    (JSON.stringify(blocks).match(new RegExp(`${letter}{100,}`, 'g')) ?? []).map(text => text.length);

  test('all is shown of eight people', () => {
    const view = panel(8, 'a');
    expectValidView(view);
    expect(lengthsOf('a', view.blocks)).toEqual(Array.from({ length: 9 }, () => LONGEST));
  });

  test.each([
    ['in Latin letters', 'a', 5000],
    ['in Chinese letters', '港', 1250],
  ])('as much is shown of thirty people as Slack takes, %s', (_script, letter, length) => {
    const view = panel(30, letter);
    expectValidView(view);
    expect(lengthsOf(letter, view.blocks)).toEqual([
      LONGEST,
      ...Array.from({ length: 30 }, () => length - 1),
    ]);
  });
});

test('thirty people, related talks and a calendar are the hundred blocks that Slack takes', () => {
  const slots = [hour('2027-05-11', '10:00')];
  const speakers = Array.from({ length: 31 }, (_, place) => speaker({ id: `s${place}` }));
  const abstract = 'Winches and windlasses.';
  const shown = talk({
    speakers,
    slots,
    abstract,
    track: 'Storage',
    links: [{ kind: 'web', url: 'https://x.example', title: '' }],
  });
  const others = [
    talk({ id: 'also', title: 'Also', speakers }),
    talk({ id: 'beside', title: 'Windlasses', speakers: [], slots, abstract }),
  ];
  const view = details(shown, loadedWith(programme([shown, ...others])), NOBODY);
  expectValidView(view);
  expect(view.blocks.length).toBe(100);
});

test('a talk is put into a calendar, unless it is cancelled', () => {
  const shown = talk({ slots: [hour('2027-05-11', '10:00')] });
  const last = (status: 'confirmed' | 'cancelled') => {
    const one = { ...shown, status };
    return read(details(one, loadedWith(programme([one])), NOBODY).blocks).at(-1);
  };
  expect(last('confirmed')).toBe('[Share...][Star][Google Calendar][Outlook]');
  expect(last('cancelled')).toBe('[Share...][Star]');
});
