import { expect, test } from 'vitest';
import { readLink } from '../../../src/importers/reading/links.ts';

test.each([
  ['https://example.org/a', '', 'web', 'https://example.org/a'],
  ['https://example.org/a', 'My slides', 'slides', 'https://example.org/a'],
  ['https://speakerdeck.com/ada/ceph', '', 'slides', 'https://speakerdeck.com/ada/ceph'],
  ['https://youtu.be/x', 'Slides and video', 'video', 'https://youtu.be/x'],
  ['http://example.org/a.webm?x=1', '', 'video', 'http://example.org/a.webm?x=1'],
  ['https://example.org/a', 'Submit feedback', 'feedback', 'https://example.org/a'],
  ['/slides/a.odp', '', 'slides', 'https://conf.example/slides/a.odp'],
  ['https://ada:secret@example.org/', '', 'web', 'https://example.org/'],
])('reads %j, called %j, as %s', (url, title, kind, href) => {
  expect(readLink({ url, title }, 'https://conf.example/2027/')).toEqual({ kind, url: href, title });
});

test.each(['javascript:alert(1)', 'mailto:ada@example.org', 'ftp://example.org/a', '', 'https://'])(
  'takes %j for no link',
  url => expect(readLink({ url }, 'https://conf.example/')).toBeUndefined(),
);

test('does not guess where a path leads', () => expect(readLink({ url: '/a' })).toBeUndefined());

test('keeps no address that stands in a title', () => {
  expect(readLink({ url: 'https://example.org/', title: 'Ask ada@example.org' })).toEqual({
    kind: 'web',
    url: 'https://example.org/',
    title: 'Ask [e-mail address removed]',
  });
});
