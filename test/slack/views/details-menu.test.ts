import { expect, test } from 'vitest';
import { detailsMenu, readTalkOption } from '../../../src/slack/views/details-menu.ts';
import { programme, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';

const long = `2027/${'talk-'.repeat(20)}`;
const spring = programme(
  [talk({ id: '1', title: 'Spring talk' }), talk({ id: long, title: 'Spring, at length' })],
  {
    folder: 'spring',
  },
);
const autumn = programme(
  [talk({ id: '1', title: 'Autumn talk' }), talk({ id: long, title: 'Autumn, at length' })],
  {
    folder: 'autumn',
  },
);
const other = { name: 'Spring', programme: spring, open: () => loadedWith(spring) };
const inAutumn = loadedWith(autumn, { others: [other] });

test('an option means the talk of its own conference, once another one is current too', () => {
  const menu = detailsMenu(
    spring.talks.map(each => ({ talk: each, label: each.title })),
    'spring',
  );
  const [select] = menu.elements;
  const options = select?.type === 'static_select' ? (select.options ?? []) : [];
  expect(options.map(({ value }) => readTalkOption(value ?? '', inAutumn)?.talk.title)).toEqual([
    'Spring talk',
    'Spring, at length',
  ]);
});

test('a bare id, as older messages have it, is of the current conference first', () => {
  expect(readTalkOption('1', inAutumn)?.talk.title).toBe('Autumn talk');
  expect(readTalkOption('2', inAutumn)).toBe(undefined);
});
