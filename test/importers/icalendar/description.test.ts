import { describe, expect, it } from 'vitest';
import {
  splitForeignDescription,
  splitOwnDescription,
} from '../../../src/importers/icalendar/description.ts';
import type { IcsBlock } from '../../../src/importers/icalendar/lines.ts';

function block(values: Readonly<Record<string, string | readonly string[]>>): IcsBlock {
  const properties = Object.entries(values).map(([name, value]) => ({
    name,
    parameters: new Map<string, string>(),
    values: [value].flat(),
    rule: undefined,
  }));
  return { line: 1, properties };
}

describe('a description of Lectern', () => {
  it('has the speakers above the abstract', () => {
    const description = 'Ada Lund, Bo Ek\n\nHow.';
    expect(splitOwnDescription(block({ description, 'x-lectern-speaker': ['Ada Lund', 'Bo Ek'] }))).toEqual({
      abstract: '\n\nHow.',
      speakers: [],
    });
  });

  it.each([
    ['How.', { description: 'How.' }],
    ['How.', { description: 'How.', 'x-lectern-speaker': ['Ada Lund'] }],
    ['', {}],
  ])('may be only the abstract %j', (abstract, values) =>
    expect(splitOwnDescription(block(values))).toEqual({ abstract, speakers: [] }),
  );
});

describe('a description of another program', () => {
  const split = (description: string, url = '') => splitForeignDescription(block({ description, url }));
  const person = (name: string, affiliation?: string) => ({
    name,
    bio: '',
    ...(affiliation && { affiliation }),
  });

  it.each([
    ['How.\nhttps://example.org/ceph \n', 'https://example.org/ceph', 'How.\n'],
    ['https://example.org/ceph', 'https://example.org/ceph', ''],
    ['See https://example.org/ceph', 'https://example.org/ceph', 'See https://example.org/ceph'],
    ['How.\nhttps://example.org/ceph', '', 'How.\nhttps://example.org/ceph'],
  ])('%j loses the URL %j of the event in its last line', (description, url, abstract) =>
    expect(split(description, url)).toEqual({ abstract, speakers: [] }),
  );

  it('of PyCon US begins with other fields and ends with speakers', () =>
    expect(
      split(
        'Section: talks\nKind: talk\nName: Ceph\nhttps://example.org/7\nHow.\nSpeakers:\nAda Lund\n<p>Sails.</p>\n<p>Far.</p>\nBo Ek\n',
      ),
    ).toEqual({
      abstract: 'How.',
      speakers: [{ name: 'Ada Lund', bio: '<p>Sails.</p>\n<p>Far.</p>' }, person('Bo Ek')],
    }));

  it('of PyCon US may have no speakers, or name them in the abstract', () => {
    expect(split('Section: talks\nName: Ceph\nHow.')).toEqual({ abstract: 'How.', speakers: [] });
    expect(split('Kind: talk\nName: Ceph\nA\nSpeakers:\nnone\nB\nSpeakers:\nAda Lund')).toEqual({
      abstract: 'A\nSpeakers:\nnone\nB',
      speakers: [person('Ada Lund')],
    });
  });

  it.each([
    [
      'Speakers: Ada Lund (Harbour University, Dock), Bo Ek\nHow.',
      [person('Ada Lund', 'Harbour University, Dock'), person('Bo Ek')],
    ],
    ['Speaker: Ada Lund\nHow.', [person('Ada Lund')]],
    [
      'presented by: Ada Lund & Bo Ek; Cy Fry and Di Gow\nHow.',
      ['Ada Lund', 'Bo Ek', 'Cy Fry', 'Di Gow'].map(name => person(name)),
    ],
    ['Ponentes: Ada Lund\nHow.', [person('Ada Lund')]],
  ])('of Indico names speakers in the first line: %j', (description, speakers) =>
    expect(split(description)).toEqual({ abstract: 'How.', speakers }),
  );

  it.each([
    'Speakers: bring your slides\nHow.',
    'Speakers: Ada Lund, who sails far and wide and long\nHow.',
    'Speakers: Ada Lund: a life\nHow.',
    'Speakers: Ada Lund, 7 others\nHow.',
    'Speakers: \nHow.',
    'Our speakers: Ada Lund\nHow.',
    'How.\nSpeakers: Ada Lund',
  ])('is all abstract if it names no people there: %j', description =>
    expect(split(description)).toEqual({ abstract: description, speakers: [] }),
  );
});
