import { expect, test } from 'vitest';
import { lexiconOf } from '../../../src/conversation/constraints/lexicon.ts';
import { talksNamed } from '../../../src/conversation/constraints/named-talks.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme, talk } from '../../support/conference.ts';

const page = (url: string) => [{ kind: 'web' as const, title: 'Page', url }];
const lexicon = lexiconOf(
  indexProgramme(
    programme([
      talk({
        id: 'watch',
        title: 'A quiet watch',
        links: page('https://Talks.Example.org/2027/talk/ABC123/'),
      }),
      talk({ id: 'files/dry-ropes', title: 'Keep ropes dry', links: page('http://www.example.org/s?id=42') }),
      talk({ id: 'knots', title: 'Zoë’s über-knots', links: page('https://example.org/talks/%C3%BCber') }),
      talk({ id: '77', title: 'Seven sails' }),
    ]),
  ),
);
const named = (text: string) => talksNamed(text, lexicon);

test.each([
  'https://talks.example.org/2027/talk/ABC123/',
  'http://talks.example.org/2027/talk/ABC123',
  'HTTPS://TALKS.EXAMPLE.ORG/2027/talk/ABC123/',
  'https://www.talks.example.org/2027/talk/ABC123/',
  'https://talks.example.org/2027/talk/ABC123/?utm_source=slack&utm_medium=x',
  'https://talks.example.org/2027/talk/ABC123/#speakers',
  '<https://talks.example.org/2027/talk/ABC123/>',
  '<https://talks.example.org/2027/talk/ABC123/|A quiet watch>',
  '<https://talks.example.org/2027/talk/ABC123/?a=1&amp;b=2|Watch>',
  'talks.example.org/2027/talk/ABC123',
  'when is https://talks.example.org/2027/talk/ABC123/?',
  'when is https://talks.example.org/2027/talk/ABC123, please',
  'see (https://talks.example.org/2027/talk/ABC123).',
  'who gives <https://talks.example.org/2027/talk/ABC123/|this talk> ?',
  'https://talks.example.org/2027/talk/ABC123/ https://example.org/',
  'A quiet watch',
  'Talk: a quiet watch',
])('%s names the watch', text => {
  expect(named(text)).toEqual(['watch']);
});

test.each([
  'https://example.org/s?id=42',
  'https://example.org/s/?id=42',
  'https://example.org/s?utm_medium=mail&id=42',
  'https://other.example/talk/dry-ropes/',
  'https://other.example/keep-ropes-dry.html',
  'https://other.example/sessions/12-keep-ropes-dry',
  'https://other.example/keep%20ropes%20dry',
  'https://other.example/keep+ropes+dry',
  'https://other.example/keep_ropes_dry',
])('%s names the ropes', text => {
  expect(named(text)).toEqual(['files/dry-ropes']);
});

test.each([
  'https://example.org/talks/über',
  'https://example.org/talks/%c3%bcber/',
  'https://other.example/Zo%C3%AB%E2%80%99s-%C3%BCber-knots',
])('%s names the knots', text => {
  expect(named(text)).toEqual(['knots']);
});

test.each([
  'https://example.org/s?id=43',
  'https://example.org/',
  'https://example.org/%E0%A4%A',
  'https://x.example/talk/77',
])('%s names none', text => {
  expect(named(text)).toEqual([]);
});

test.each(['read https://example.org/ about knots', 'quiet', ''])('%j is no name', text => {
  expect(named(text)).toBe(undefined);
});
