import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportXml } from '../../src/exporters/frab-xml.ts';
import { createProgramme, type Programme } from '../../src/programme/programme.ts';
import type { Talk } from '../../src/programme/talk.ts';
import { isThorough } from '../support/cases.ts';
import { conference, programme, speaker, talk } from '../support/conference.ts';
import { hostileTalk } from '../support/hostile.ts';
import { anyProgramme } from './programmes.ts';
import { checkXmlRoundTrip } from './round-trip.ts';
import { faultsInXml, hasSchemas } from './schemas.ts';

const SLOT = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};

describe('a schedule.xml of ours', () => {
  it('has a talk as apps expect it', () => {
    const ceph = talk({
      id: 'HQCCYH',
      title: 'Ceph & co.',
      abstract: 'Use </p>.',
      status: 'cancelled',
      languages: ['de', 'en'],
      links: [
        { kind: 'slides', url: 'https://example.org/deck', title: 'Deck' },
        { kind: 'feedback', url: 'https://example.org/f', title: 'Rate' },
      ],
      slots: [SLOT],
    });
    const { text = '' } = exportXml(programme([ceph], { url: 'https://example.org' }));
    const known = text
      .replace(/<version>[\da-f]{8}</, '<version>VERSION<')
      .replace(/<event id="\d+" guid="[\da-f-]{36}"/, '<event id="NUMBER" guid="GUID"')
      .replace(/days-\d+-/, 'days-NUMBER-')
      .replace(/person guid="[\da-f-]{36}"/, 'person guid="PERSON"');
    expect(known).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<schedule>
<generator name="Lectern"/>
<version>VERSION</version>
<conference>
<title>Lighthouse Days</title>
<acronym>lighthouse_days</acronym>
<start>2027-05-11</start>
<end>2027-05-11</end>
<days>1</days>
<timeslot_duration>00:05</timeslot_duration>
<url>https://example.org/</url>
<time_zone_name>Europe/Madrid</time_zone_name>
<track name="Storage"/>
</conference>
<day index="1" date="2027-05-11" start="2027-05-11T00:00:00+02:00" end="2027-05-12T00:00:00+02:00">
<room name="Quay Hall">
<event id="NUMBER" guid="GUID" code="HQCCYH">
<date>2027-05-11T09:00:00+02:00</date>
<start>09:00</start>
<duration>00:40</duration>
<room>Quay Hall</room>
<slug>lighthouse_days-NUMBER-ceph-co</slug>
<title>CANCELLED: Ceph &amp; co.</title>
<subtitle/>
<track>Storage</track>
<type>talk</type>
<language>de, en</language>
<abstract>Use &amp;lt;/p&gt;.</abstract>
<description/>
<persons>
<person guid="PERSON">Ada Lund</person>
</persons>
<links>
<link href="https://example.org/f" type="feedback">Rate</link>
</links>
<attachments>
<attachment href="https://example.org/deck" type="slides">Deck</attachment>
</attachments>
<feedback_url>https://example.org/f</feedback_url>
</event>
</room>
</day>
</schedule>
`,
    );
  });

  it.each([
    ['2027-05-11T09:00:30+02:00', '00:00:30'],
    ['2027-05-11T10:00:00+03:00', '00:00'],
    ['2027-05-12T09:00:00+02:00', '24:00'],
    ['2027-05-12T09:00:01+02:00', '00:00'],
    [undefined, '00:00'],
  ])('lets a talk end a day later at the latest: at %s it lasts %s', (end, duration) => {
    const { text = '' } = exportXml(programme([talk({ slots: [{ ...SLOT, end }] })]));
    expect(/<duration>(.*)<\/duration>/.exec(text)?.[1]).toBe(duration);
  });

  it('numbers and names talks alike each time', () => {
    const once = exportXml(programme([talk({ slots: [SLOT] })]));
    expect(exportXml(programme([talk({ slots: [SLOT] })]))).toEqual(once);
    const moved = { ...SLOT, start: '2027-05-11T10:00:00+02:00', rooms: ['Pier 2'] };
    const guids = (text = '') => /<event[^>]*>/.exec(text)?.[0];
    expect(guids(exportXml(programme([talk({ slots: [moved] })])).text)).toBe(guids(once.text));
  });
});

describe('what a schedule.xml cannot hold', () => {
  const check = (talks: readonly Talk[], messages: readonly string[], text: 'some' | 'none' = 'some') => {
    const exported = exportXml(programme(talks));
    expect({
      messages: exported.problems.map(problem => problem.message),
      text: exported.text === undefined ? 'none' : 'some',
    }).toEqual({ messages, text });
  };
  const held = { id: '7', speakers: [], slots: [SLOT] };

  it('is nothing where a talk is plain', () => check([talk(held)], []));
  it('is a talk without a time', () =>
    check(
      [talk(held), talk({ ...held, id: '8', slots: [] })],
      ['It has no time, and a schedule needs one; it was left out.'],
    ));
  it('is a time without a zone, and of such times alone nothing is made', () =>
    check(
      [talk({ ...held, slots: [{ ...SLOT, start: '2027-05-11T09:00:00', end: undefined }] })],
      ['Its time has no zone, and a schedule needs one; it was left out. Set timeZone in conference.yml.'],
      'none',
    ));
  it('is an end before the start', () =>
    check(
      [talk({ ...held, slots: [{ ...SLOT, end: '2027-05-11T08:00:00+02:00' }] })],
      [
        '2027-05-11T08:00:00+02:00 cannot be the end of a slot that starts at 2027-05-11T09:00:00+02:00; it was written without one.',
      ],
    ));
  it('is one talk in several places, other ids, levels and bios', () =>
    check(
      [
        talk({ ...held, slots: [{ ...SLOT, rooms: ['Quay Hall', 'Pier 2'] }] }),
        talk({ ...held, id: 'storage/ceph', level: 'Beginner' }),
        talk({ slots: [SLOT], id: '9', speakers: [speaker({ affiliation: 'Dock Ltd' })] }),
      ],
      [
        'schedule.xml has one slot and room for a number; 1 talk became several.',
        'schedule.xml knows talks by numbers or codes of six capitals; 1 talk got a new number.',
        'schedule.xml has no field for levels; that of 1 talk was left out.',
        'schedule.xml has no field for bios; those of 1 talk were left out.',
        'schedule.xml has no field for affiliations; those of 1 talk were left out.',
      ],
    ));
});

describe('read again, a schedule.xml', () => {
  it('gives the same programme in all that it holds', () => {
    fc.assert(fc.property(anyProgramme, checkXmlRoundTrip));
  });
});

describe.skipIf(!hasSchemas)('by the schema', () => {
  // Each question to the validator starts it anew, so they are asked together.
  const check = async (given: readonly Programme[]) => {
    expect(await faultsInXml(given.flatMap(each => exportXml(each).text ?? []))).toEqual([]);
  };

  it('any programme is valid', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyProgramme, { maxLength: 20 }), check), {
      numRuns: isThorough ? 6 : 1,
    });
  });

  it('any programme is valid whatever its texts are', async () => {
    const hostile = fc
      .uniqueArray(hostileTalk, { maxLength: 3, selector: each => each.id })
      .map(talks => createProgramme(conference(), talks));
    await fc.assert(fc.asyncProperty(fc.array(hostile, { maxLength: 20 }), check), {
      numRuns: isThorough ? 6 : 1,
    });
  });
});
