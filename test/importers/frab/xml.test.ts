import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  childrenOf,
  childText,
  createLineFinder,
  type Element,
  innerText,
  parseXml,
  rootName,
} from '../../../src/importers/frab/xml.ts';

function parse(text: string): Element {
  const root = parseXml(text, 'schedule');
  if (typeof root === 'string') throw new Error(root);
  return root;
}

describe('a document', () => {
  it.each([
    ['<schedule/>', 'schedule'],
    [
      '\ufeff<?xml version="1.0"?>\n<!-- a - b -->\n<!DOCTYPE schedule [ <!ENTITY x "y"> ]>\n<schedule version="1">',
      'schedule',
    ],
    ['<s:schedule>', 's:schedule'],
    ['<!-- <schedule> -->', undefined],
    ['schedule', undefined],
    ['', undefined],
  ])('%j has the root %j', (text, name) => expect(rootName(text)).toBe(name));

  it('has its root in the first 10,000 characters', () => {
    expect(rootName(`${' '.repeat(9990)}<schedule>`)).toBe('schedule');
    expect(rootName(`${' '.repeat(9992)}<schedule>`)).toBeUndefined();
  });

  it.each([
    ['<rss/>', 'The file has no <schedule>'],
    ['nothing', 'The file has no <schedule>'],
    [`<schedule>${'<a>'.repeat(200)}`, 'The XML is too damaged'],
    ['<!DOCTYPE schedule><schedule/>', 'The file has a DOCTYPE, which no schedule needs and attackers use'],
    ['<schedule/><!ENTITY x "y">', 'The file has a DOCTYPE, which no schedule needs and attackers use'],
  ])('%j is not read', (text, reason) => expect(parseXml(text, 'schedule')).toBe(reason));

  it.each([
    ['<schedule><a', ''],
    ['<schedule><a>x', 'x'],
    ['<schedule><a>x<!-- y', 'x'],
    ['<schedule><a>x</b><c>y</schedule>', 'x\n\ny'],
    ['<schedule><__proto__>x</__proto__></schedule>', 'x'],
  ])('%j is read as far as it goes', (text, expected) => expect(innerText(parse(text))).toBe(expected));

  it.each(['<schedule><!-- <!DOCTYPE x> --></schedule>', '<schedule><![CDATA[<!ENTITY x>]]></schedule>'])(
    '%j only tells of a DOCTYPE',
    text => expect(parseXml(text, 'schedule')).toBeTypeOf('object'),
  );
});

it('gives away its elements as they end, with those around them, and keeps the others', () => {
  const seen: string[] = [];
  const root = parseXml('<a><day n="1"><x>1</x>-<x/></day><y><x>2</x></a><a><x>3</x></a>', 'a', {
    take: (element, around) => {
      seen.push([...around, element].map(({ name }) => name).join('/'));
      return element.name === 'x';
    },
  });
  expect(seen).toEqual(['/a/day/x', '/a/day/x', '/a/day', '/a/y/x', '/a/y']);
  expect(typeof root === 'string' ? root : root.content).toMatchObject([
    { name: 'day', content: ['-'] },
    { name: 'y', content: [] },
  ]);
});

describe('an element', () => {
  const schedule = parse(`<schedule version=" 1 " n="2">
    <day><room name="Quay"/><room>Pier</room></day>
    <title/>
    <title> Ceph &amp; &#233; &lt;b&gt; </title>
    <abstract>How <b>and</b> why.<ul><li>One</li></ul></abstract>
    <id>007</id>
  </schedule>`);

  it('has children by name: none, one or several', () => {
    const rooms = childrenOf(schedule, 'day').flatMap(day => childrenOf(day, 'room'));
    expect(rooms.map(room => [attributeOf(room, 'name'), innerText(room)])).toEqual([
      ['Quay', ''],
      ['', 'Pier'],
    ]);
    expect(childrenOf(schedule, 'event')).toEqual([]);
    expect(childrenOf(schedule, 'toString')).toEqual([]);
  });

  it('has attributes without the spaces around them', () => {
    expect(attributeOf(schedule, 'version')).toBe('1');
    expect(attributeOf(schedule, 'n')).toBe('2');
    expect(attributeOf(schedule, 'name')).toBe('');
  });

  it('has the text of the first child that is not empty, decoded', () => {
    expect(childText(schedule, 'title')).toBe('Ceph & é <b>');
    expect(childText(schedule, 'id')).toBe('007');
    expect(childText(schedule, 'room')).toBe('');
  });

  it('has the text of its descendants in their order', () => {
    expect(childText(schedule, 'abstract').split(/\s+/)).toEqual(['How', 'and', 'why.', 'One']);
  });

  it('has a line, counted from 1', () => {
    const text =
      '<schedule>\n<event><x/></event>\n\n<event>\n<x/></event><event><x/></event>\n<event>a</event></schedule>';
    expect(childrenOf(parse(text), 'event').map(createLineFinder(text))).toEqual([2, 4, 5, 6]);
  });
});
