import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPage, scheduleAddresses } from '../../src/sources/discover.ts';
import { codePoint } from '../support/code-point.ts';

const PAGE = 'https://days.example/2027/';
const GENERATOR = '<meta name="generator" content="pretalx">';
const DECLARED = '<link rel="alternate" type="application/vnd.c3voc.schedule+xml" href="/fahrplan">';

test.each<[string, string, readonly string[]]>([
  ['nothing', '<p>Hello', []],
  ['a declared schedule', DECLARED, ['https://days.example/fahrplan']],
  [
    'a declared schedule, written in another way',
    "<LINK\n TYPE = application/vnd.c3voc.schedule+xml HREF='f?a=1&amp;b=2'/>",
    ['https://days.example/2027/f?a=1&b=2'],
  ],
  [
    'a link to a schedule',
    '<a class="x" href="schedule.xml">XML</a>',
    ['https://days.example/2027/schedule.xml'],
  ],
  [
    'links of both kinds, the declared one first and each once',
    `<a href="/fahrplan">x</a><a href=/schedule.xml#top>y</a><a href="/schedule.xml">z</a>${DECLARED}`,
    ['https://days.example/fahrplan', 'https://days.example/schedule.xml'],
  ],
  [
    'a link from another base',
    '<base href="/new/"><a href="schedule.xml">',
    ['https://days.example/new/schedule.xml'],
  ],
  [
    'an event of pretalx that is shown in the page',
    '<pretalx-schedule event-url="https://talks.example/days-2027" locale="en"></pretalx-schedule>',
    [
      'https://talks.example/days-2027/schedule/export/schedule.xml',
      'https://talks.example/days-2027/schedule/widgets/schedule.json',
    ],
  ],
  ['no link in a comment', `<!-- ${DECLARED} --><!-- ${DECLARED}`, []],
  [
    'no link to a file of this machine',
    '<a href="file:///etc/schedule.xml"><a href="javascript:schedule.xml">',
    [],
  ],
  ['no link with a password', '<a href="https://ada:x@days.example/schedule.xml">', []],
  ['no stylesheet', '<link rel="stylesheet" href="/schedule.css">', []],
])('finds %s', (_, html, addresses) => {
  expect(scheduleAddresses(html, PAGE)).toEqual(addresses);
});

describe('a page of pretalx', () => {
  const found = (event: string) => [
    `${event}schedule/export/schedule.xml`,
    `${event}schedule/widgets/schedule.json`,
  ];

  test.each([
    ['https://pretalx.com/democon/', '', 'https://pretalx.com/democon/'],
    ['https://pretalx.com/democon', '', 'https://pretalx.com/democon/'],
    ['https://pretalx.com/democon/schedule/', '', 'https://pretalx.com/democon/'],
    ['https://talks.example/2027/talk/ABCDEF/', GENERATOR, 'https://talks.example/2027/'],
    ['https://talks.example/2027/schedule/v/1.0/', GENERATOR, 'https://talks.example/2027/'],
  ])('leads from %s to its event', (page, html, event) => {
    expect(scheduleAddresses(html, page)).toEqual(found(event));
  });

  test.each([
    ['https://pretalx.com/', GENERATOR],
    ['https://notpretalx.com/democon/', ''],
  ])('is not %s', (page, html) => expect(scheduleAddresses(html, page)).toEqual([]));
});

test('no page keeps it busy', () => {
  for (const piece of ['<a ', '<!--', '<a href="', '<', '<a x=']) {
    expect(scheduleAddresses(piece.repeat(2_000_000), PAGE)).toEqual([]);
  }
});

test('takes any page, and finds web addresses only', () => {
  const piece = fc.constantFrom(
    '<a ',
    '<link ',
    'href=',
    '"schedule.xml"',
    '>',
    '"',
    "'",
    '<!--',
    '-->',
    'file:',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: codePoint }),
        fc.array(piece).map(all => all.join('')),
      ),
      html => {
        for (const address of scheduleAddresses(html, PAGE)) expect(address).toMatch(/^https?:\/\//);
      },
    ),
  );
});

test.each([
  ['<!DOCTYPE html><title>Oops</title>', true],
  ['\n<html lang="en">', true],
  ['<?xml version="1.0"?><schedule><day/></schedule>', false],
  ['title,start\n<html>,9:00', false],
  ['', false],
])('knows whether %j is a page', (text, is) => expect(isPage(text)).toBe(is));
