import { describe, expect, it } from 'vitest';
import { isPeopleSheet, readPeopleSheet } from '../../../src/importers/csv/people-sheet.ts';
import { createReport } from '../../../src/importers/reading/report.ts';

describe('a sheet of people', () => {
  it.each([
    'ID,Name,Email,Biography',
    'name;bio',
    'First name,Last name,Bio',
    'Speaker,Bio,Twitter',
    'Vorname;Nachname;Biographie',
    'Full Name\tBio',
  ])('is known by the header %j', header => expect(isPeopleSheet(`${header}\n`)).toBe(true));

  it.each(['Title,Speaker,Bio', 'Name,Email', 'Name,Start,Bio', 'First name,Bio', 'Bio', ''])(
    'is not known by the header %j',
    header => expect(isPeopleSheet(`${header}\n`)).toBe(false),
  );

  function read(text: string) {
    const report = createReport('people.csv');
    const people = readPeopleSheet(text, report);
    return {
      people,
      problems: report.problems.map(({ line, item, message }) => `${line} ${item}: ${message}`),
    };
  }

  it('says that it has no rows', () =>
    expect(read('name,bio\n')).toEqual({
      people: [],
      problems: [
        '1 undefined: The file has a header and no rows below it, so nothing was read. Export it again if there should be some.',
      ],
    }));

  it('has a person a row, and nothing private', () =>
    expect(
      read(
        'ID,Name,Email,Biography\nADA,Ada Lund,ada@example.org,<p>Sails.</p>\nBO,Bo Ek,,"Writes,\nreads."\n,Cy Fry,,\n',
      ),
    ).toEqual({
      people: [
        { id: 'ADA', name: 'Ada Lund', bio: 'Sails.' },
        { id: 'BO', name: 'Bo Ek', bio: 'Writes,\nreads.' },
        { id: undefined, name: 'Cy Fry', bio: '' },
      ],
      problems: [],
    }));

  it('may have names in parts, of which one may be missing', () =>
    expect(read('First name,Last name,Bio\nAda,Lund,Sails.\nBo,,\n,Fry,\n').people).toEqual([
      { id: undefined, name: 'Ada Lund', bio: 'Sails.' },
      { id: undefined, name: 'Bo', bio: '' },
      { id: undefined, name: 'Fry', bio: '' },
    ]));

  it('takes the parts of a name before the whole', () =>
    expect(
      read('Name,First name,Last name,Bio\nadal,Ada,Lund,Sails.\nbo,,,').people.map(({ name }) => name),
    ).toEqual(['Ada Lund', 'bo']));

  it('reports a row without a name, with its line', () =>
    expect(read('Name,Bio\nAda Lund,"Sails.\nWrites."\n,Writes.\n')).toEqual({
      people: [{ id: undefined, name: 'Ada Lund', bio: 'Sails.\nWrites.' }],
      problems: ['4 : A speaker has no name; the talk is listed without this speaker.'],
    }));

  it('is empty without rows', () => expect(read('')).toEqual({ people: [], problems: [] }));
});
