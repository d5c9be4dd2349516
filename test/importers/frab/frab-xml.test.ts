import { describe, expect, it } from 'vitest';
import { frabXml } from '../../../src/importers/frab/frab-xml.ts';
import { importFile } from '../../../src/importers/import-file.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';
import { hasRealProgrammes, importReal } from '../../support/real-programme.ts';

function schedule(events: string, conference = '', after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<schedule><conference><title>Harbour Days</title>${conference}</conference>
<day index="1" date="2027-05-11"><room name="Quay Hall">
${events}
</room><room name="Empty"/></day>${after}</schedule>`;
}

function read(events: string, conference = '', after = '') {
  return importFile({ path: 's.xml', bytes: Buffer.from(schedule(events, conference, after)) });
}

const CEPH = '<title>Ceph at sea</title><date>2027-05-11T09:00:00+02:00</date>';
const READ: DraftTalk = {
  ...PLAIN_TALK,
  id: '7',
  slots: [{ start: '2027-05-11T09:00:00+02:00', end: undefined, rooms: ['Quay Hall'], day: '2027-05-11' }],
  line: 4,
};

function check(events: string, expected: Partial<DraftTalk>, messages: readonly string[] = []) {
  const { talks, problems } = read(events, '<base_url>https://example.org/2027/</base_url>');
  expect({ talks, messages: problems.map(problem => problem.message) }).toEqual({
    talks: [{ ...READ, ...expected }],
    messages,
  });
}

describe('a talk of a schedule.xml', () => {
  it('is read with all that the form holds', () =>
    check(
      `<event id="7" guid="9c3ebb8c-7716-5130-b9fe-ff8544f5636d" code="HQCCYH"><date>2027-05-11T09:00:00+02:00</date>
       <start>09:00</start><duration>00:40</duration><room>Pier 2</room><slug>ceph</slug><title>Ceph at sea</title>
       <subtitle>A ferry line's story</subtitle><track slug="s">Storage</track><type>lecture</type><language>de, en</language>
       <abstract>&lt;p&gt;How we &amp;amp; Ceph float.&lt;/p&gt;</abstract><description>*More*</description>
       <persons><person id="3">Ada Lund</person></persons>
       <links><link href="https://example.org/a">Code</link></links>
       <attachments><attachment href="/files/deck.pdf" type="slides">Deck</attachment></attachments>
       <recording><license>CC0</license><optout>false</optout><url>https://example.org/v.webm</url></recording>
       <feedback_url>https://example.org/f</feedback_url><url>https://example.org/t</url></event>`,
      {
        id: 'HQCCYH',
        guid: '9c3ebb8c-7716-5130-b9fe-ff8544f5636d',
        abstract: "A ferry line's story\n\nHow we & Ceph float.\n\n*More*",
        speakers: [{ id: '3', name: 'Ada Lund', bio: '' }],
        track: 'Storage',
        slots: [
          {
            start: '2027-05-11T09:00:00+02:00',
            end: '2027-05-11T09:40:00+02:00',
            rooms: ['Pier 2'],
            day: '2027-05-11',
            clock: '09:00',
          },
        ],
        languages: ['de', 'en'],
        links: [
          { kind: 'web', url: 'https://example.org/a', title: 'Code' },
          { kind: 'slides', url: 'https://example.org/files/deck.pdf', title: 'Deck' },
          { kind: 'video', url: 'https://example.org/v.webm', title: 'Recording' },
          { kind: 'feedback', url: 'https://example.org/f', title: 'Feedback' },
          { kind: 'web', url: 'https://example.org/t', title: 'Talk page' },
        ],
      },
    ));

  it.each([
    ['by its number', `<event id="7" guid="g">${CEPH}</event>`, '7'],
    [
      'by the code in its address',
      `<event id="1">${CEPH}<url>https://x.org/e/talk/ABC123/</url></event>`,
      'ABC123',
    ],
    [
      'by its guid, of whatever form',
      `<event guid="oOvWE4b5Tk2fs_K8b0mMtg">${CEPH}</event>`,
      'oOvWE4b5Tk2fs_K8b0mMtg',
    ],
    ['by none', `<event>${CEPH}</event>`, undefined],
  ])('is known %s', (_, event, id) => expect(read(event).talks[0]?.id).toBe(id));

  it('may have elements twice, as wafer writes them', () =>
    check(
      `<event id="7">${CEPH}<abstract/><abstract>How.</abstract><persons/><persons><person>Ada Lund</person></persons></event>`,
      { abstract: 'How.', speakers: [{ id: undefined, name: 'Ada Lund', bio: '' }] },
    ));

  it('may have HTML that nobody escaped', () =>
    check(`<event id="7">${CEPH}<abstract><p>One.</p><p>Two.</p></abstract></event>`, {
      abstract: 'One.\n\nTwo.',
    }));

  it('keeps the order and the spaces of HTML that nobody escaped, in each of its texts', () =>
    check(
      `<event id="7"><date>2027-05-11T09:00:00+02:00</date><title>The <em>real</em> cost of <code>rope</code></title>
       <subtitle>One<br/>two</subtitle><abstract><p>We <em>never</em> stop, R&amp;D &lt;p> or not.</p><p>See <code>x</code> too.</p></abstract>
       <description>Wind<sup>2</sup> and <b>tide</b><table><tr><td>1</td><td>Moorings</td></tr></table></description>
       <persons><person id="3">Ada <b>Lund</b></person></persons></event>`,
      {
        title: 'The real cost of rope',
        abstract: 'One\ntwo\n\nWe never stop, R&D <p> or not.\n\nSee x too.\n\nWind2 and tide\n1 Moorings',
        speakers: [{ id: '3', name: 'Ada Lund', bio: '' }],
      },
    ));

  it.each([
    ['<s>Ceph at sea</s>', 'Ceph at sea', 'cancelled'],
    ['CANCELLED: <s>Ceph at sea</s>', 'Ceph at sea', 'cancelled'],
    ['Ceph <i>at</i> sea', 'Ceph at sea', 'confirmed'],
  ])('called %s has a title and a status', (written, title, status) => {
    const [talk] = read(`<event id="7"><title>${written}</title></event>`).talks;
    expect([talk?.title, talk?.status]).toEqual([title, status]);
  });

  it('may last longer than a day', () => {
    const { talks, problems } = read(
      `<event id="1">${CEPH}<duration>00:45</duration></event><event id="2">${CEPH}<duration>1:12:00</duration></event>`,
    );
    expect(talks.map(({ slots }) => slots[0]?.end)).toEqual([
      '2027-05-11T09:45:00+02:00',
      '2027-05-12T21:00:00+02:00',
    ]);
    expect(problems).toEqual([]);
  });

  it('is cancelled where its title says so', () =>
    check(`<event id="7">${CEPH.replace('Ceph', 'CANCELLED - Ceph')}</event>`, { status: 'cancelled' }));

  it.each([
    ['Lunch', '', 'break'],
    ['Goulash', '<type>meal</type>', 'break'],
    ['Goulash', '<track>Meals</track>', 'break'],
    ['Registration', '', 'service'],
    ['Conference dinner', '', 'social'],
    ['Lunch', '<persons><person>Ada Lund</person></persons>', 'talk'],
    ['Goulash', '<track>Meals</track><persons><person>Ada Lund</person></persons>', 'talk'],
  ])('called %s with %j is a %s', (title, fields, kind) => {
    const [talk] = read(
      `<event id="7"><title>${title}</title><date>2027-05-11T09:00:00Z</date>${fields}</event>`,
    ).talks;
    expect(talk?.kind).toBe(kind);
  });

  it('keeps links to the web, and says which others it had', () =>
    check(
      `<event id="7">${CEPH}<links><link href="www.example.org">a</link><link href="example.org/b">b</link><link href="example.com">d</link>
       <link href="git://example.org/c">c</link><link href="http://">d</link><link href="javascript:alert(1)">e</link>
       <link href="https://example.org/b">b again</link></links></event>`,
      {
        links: [
          { kind: 'web', url: 'https://www.example.org/', title: 'a' },
          { kind: 'web', url: 'https://example.org/b', title: 'b' },
          { kind: 'web', url: 'https://example.com/', title: 'd' },
        ],
      },
      ['These links are not web addresses and were left out: "git://example.org/c", "javascript:alert(1)".'],
    ));

  it('has several slots where its number comes again with its title', () => {
    const again = CEPH.replace('T09', 'T14');
    const { talks, problems } = read(
      `<event id="7" guid="a">${CEPH}</event><event id="7" guid="b">${again}</event>`,
    );
    expect(problems).toEqual([]);
    expect(talks).toEqual([
      {
        ...READ,
        guid: 'a',
        slots: [...READ.slots, { ...READ.slots[0], start: '2027-05-11T14:00:00+02:00' }],
      },
    ]);
  });

  it.each([
    ['another title', CEPH.replace('Ceph', 'Rust')],
    ['a cancelled slot', CEPH.replace('Ceph', 'CANCELLED: Ceph')],
  ])('is not mixed up with %s of the same number', (_, other) => {
    const { talks, problems } = read(
      `<event id="7" guid="a">${CEPH}</event><event id="7" guid="b">${other}</event>`,
    );
    expect(talks.map(talk => talk.id)).toEqual(['7', 'b']);
    expect(problems.map(problem => problem.message)).toEqual([
      '"Ceph at sea" has the number 7 too; they are listed as two talks.',
    ]);
  });

  it('gives away nothing that is private', () => {
    const { talks, problems } = read(
      `<event id="7">${CEPH}<abstract>Write to ada@example.org.</abstract>
       <answers><answer><question>Phone?</question><answer>+49 170 1234567</answer></answer></answers>
       <notes>Speaker is ill, call +49 170 1234567</notes><email>ada@example.org</email>
       <persons><person id="3" email="ada@example.org">Ada Lund</person><person id="4">bo@example.org</person></persons>
       <links><link href="mailto:ada@example.org">Mail</link></links></event>`,
    );
    expect(JSON.stringify({ talks, problems })).not.toMatch(/ada@|bo@|170/);
    expect(talks[0]?.speakers).toEqual([
      { id: '3', name: 'Ada Lund', bio: '' },
      { id: '4', name: 'Name withheld', bio: '' },
    ]);
  });

  it('keeps the place of someone who has a number and no name', () => {
    const { talks, problems } = read(
      `<event id="7">${CEPH}<persons><person id="3">-</person></persons></event>`,
    );
    expect(talks[0]?.speakers).toEqual([{ id: '3', name: 'Name withheld', bio: '' }]);
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '4: A speaker is called "-"; it is shown as "Name withheld".',
    ]);
  });

  it('without a title is left out, which is said with its line', () => {
    expect(read('\n<event id="7"><title/></event>')).toMatchObject({
      talks: [],
      problems: [
        { severity: 'error', line: 5, item: '7', message: 'The entry has no title; it was left out.' },
      ],
    });
  });
});

describe('a schedule.xml', () => {
  it('names its conference, its zone and its address', () => {
    const { conferenceName, timeZone, conferenceUrl } = read(
      `<event id="7">${CEPH}</event>`,
      '<time_zone_name>Europe/Madrid</time_zone_name><url>https://example.org/</url><track name="x"/>',
    );
    expect({ conferenceName, timeZone, conferenceUrl }).toEqual({
      conferenceName: 'Harbour Days',
      timeZone: 'Europe/Madrid',
      conferenceUrl: 'https://example.org/',
    });
  });

  it.each([
    ['Mars/Olympus', '"Mars/Olympus" is not a time zone such as Europe/Madrid; it was ignored.'],
    [
      'UTC',
      'The file names the zone UTC, but none of its times is in that zone; the times were kept and the zone was ignored.',
    ],
  ])('is read without the zone %s', (zone, message) => {
    const { timeZone, problems } = read(
      `<event id="7">${CEPH}</event>`,
      `<time_zone_name>${zone}</time_zone_name>`,
    );
    expect({ timeZone, messages: problems.map(problem => problem.message) }).toEqual({
      timeZone: undefined,
      messages: [message],
    });
  });

  it('changes its day when it says, else at the end of its day', () => {
    const event = '<event id="7"><title>Ceph</title><start>01:30</start></event>';
    const startOf = (text: string) => frabXml.read(text, 's.xml').talks?.[0]?.slots[0]?.start;
    expect(startOf(schedule(event))).toBe('2027-05-11T01:30:00');
    expect(startOf(schedule(event, '<day_change>09:00:00</day_change>'))).toBe('2027-05-12T01:30:00');
    const ending = schedule(event).replace('index="1"', 'index="1" end="2027-05-12T04:00:00+02:00"');
    expect(startOf(ending)).toBe('2027-05-12T01:30:00');
    const last = '<conference><day_change>09:00:00</day_change></conference>';
    expect(startOf(schedule(event, '', last).replace(/<conference>.*?<\/conference>/, ''))).toBe(
      '2027-05-12T01:30:00',
    );
  });

  it('may list its persons once more, with their bios', () => {
    const { talks } = read(
      `<event id="7">${CEPH}<persons><person id="3">Ada Lund</person></persons></event>`,
      '',
      `<persons><person id="3"><name>Ada Lund</name><email>ada@example.org</email><biography>&lt;p&gt;Ada sails.&lt;/p&gt;</biography>
       <extended_biography>And more.</extended_biography></person></persons>`,
    );
    expect(talks[0]?.speakers).toEqual([{ id: '3', name: 'Ada Lund', bio: 'Ada sails.\n\nAnd more.' }]);
  });

  it('without events says so', () => {
    expect(read('').problems.map(problem => problem.message)).toEqual(['The schedule has no events.']);
  });

  it.each([
    '<abstract>Two',
    '<abstract>Two</b>',
    '<abstract>Two</abstract></b>',
    '<abstract>Two <![CDATA[]]>',
  ])('loses nothing after an event with a damaged tag: %s', damaged => {
    const event = (id: number, inner: string) =>
      `<event id="${id}"><title>Talk ${id}</title>${inner}</event>`;
    const { talks } = read(event(7, damaged) + event(8, '<abstract>Three</abstract>'));
    expect(talks.map(({ title, abstract }) => [title, abstract])).toEqual([
      ['Talk 7', 'Two'],
      ['Talk 8', 'Three'],
    ]);
  });

  it('whose end is missing is read as far as it goes', () => {
    const cut = schedule(`<event id="7">${CEPH}</event>\n<event id="8"><title>Ru`).split('Ru')[0] ?? '';
    const { talks, problems } = importFile({ path: 's.xml', bytes: Buffer.from(cut) });
    expect(talks?.[0]?.title).toBe('Ceph at sea');
    expect(problems[0]).toEqual({
      severity: 'error',
      file: 's.xml',
      line: 5,
      item: undefined,
      message: 'The file ends too early; what follows is missing.',
    });
  });

  it.each([
    ['<schedule><conference/></schedule>', true],
    ['\n<?xml version="1.0"?>\n<!-- made\n by hand --><schedule\n version="1"/>', true],
    ['<!DOCTYPE schedule [ <!ENTITY a "b"> ]><schedule/>', true],
    ['<scheduler/>', false],
    ['<rss><schedule/></rss>', false],
    ['schedule', false],
    [`<!--${'-'.repeat(100_000)}`, false],
    ['<?x?>'.repeat(100_000), false],
  ])('is known by its outermost element', (text, expected) =>
    expect(frabXml.recognises(text)).toBe(expected),
  );
});

describe('a hostile schedule.xml', () => {
  const refused = (text: string) => {
    const { talks, problems } = importFile({ path: 's.xml', bytes: Buffer.from(text) });
    return { talks, message: problems.at(-1)?.message };
  };

  it.each([
    [
      'entities that grow',
      `<!DOCTYPE schedule [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${schedule(`<event id="7"><title>&b;</title></event>`).replace(/^.*\n/, '')}`,
      'The file has a DOCTYPE, which no schedule needs and attackers use; it was not read.',
    ],
    [
      'an entity that reads files',
      `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><schedule>&f;</schedule>`,
      'The file has a DOCTYPE, which no schedule needs and attackers use; it was not read.',
    ],
    [
      'a DOCTYPE after the beginning',
      '<schedule><!-- x --><![CDATA[y]]><!DOCTYPE x></schedule>',
      'The file has a DOCTYPE, which no schedule needs and attackers use; it was not read.',
    ],
    [
      'elements within elements',
      `<schedule>${'<day>'.repeat(100_000)}</schedule>`,
      'The XML is too damaged; it was not read.',
    ],
    ['reserved names', '<schedule><__proto__/></schedule>', 'The schedule has no events.'],
    ['tags that never end', `<schedule>${'<'.repeat(100_000)}</schedule>`, 'The schedule has no events.'],
  ])('is refused: %s', (_, text, message) => expect(refused(text)).toEqual({ talks: [], message }));

  it('may tell of a DOCTYPE in CDATA and comments', () => {
    const { talks } = read(
      `<event id="7">${CEPH}<abstract><![CDATA[Use <!DOCTYPE html>.]]></abstract><!-- <!DOCTYPE x> --></event>`,
    );
    expect(talks[0]?.abstract).toBe('Use <!DOCTYPE html>.');
  });

  it('is not read where it is longer than any', () => {
    const { talks, problems } = read(`<event><title>${'x'.repeat(2 ** 24)}</title></event>`);
    expect({ talks, messages: problems.map(problem => problem.message) }).toEqual({
      talks: [],
      messages: ['The file is longer than 16 MB, which no schedule is; it was not read.'],
    });
  });

  it('is cut where a talk has more links than any', () => {
    const { talks, problems } = read(
      `<event id="7">${CEPH}<links>${'<link href="git://example.org/x"/>'.repeat(10_000)}</links></event>`,
    );
    expect(talks.length).toBe(1);
    expect(problems.length).toBe(2);
  });
});

describe.skipIf(!hasRealProgrammes)('real schedules', () => {
  it('have what FOSDEM 2013 cancelled, and what 38C3 does after midnight', () => {
    const cancelled = importReal('frab-xml/fosdem-2013.xml').talks.filter(
      talk => talk.status === 'cancelled',
    );
    expect(cancelled.length).toBe(1);
    const slots = importReal('frab-xml/38c3.xml').talks.flatMap(talk => talk.slots);
    expect(slots.filter(slot => slot.start.slice(0, 10) !== slot.day).length).toBe(58);
  });
});

describe('an event outside of a room or a day', () => {
  const event = (id: number, start = `<start>1${id}:00</start>`) =>
    `<event id="${id}"><title>Buoy ${id}</title>${start}</event>`;

  it('is read in the order of the file, with its line', () => {
    const xml = `<schedule><conference><title>Harbour Days</title></conference>
${event(1, '<date>2027-05-11T09:00:00+02:00</date>')}
<days><day date="2027-05-11" end="2027-05-11T23:59:59+02:00">
${event(2)}
<room name="Quay Hall">${event(3)}</room>
${event(4)}
<room>${event(5, '<start>00:30</start>')}</room></day></days></schedule>`;
    const { talks, problems } = importFile({ path: 's.xml', bytes: Buffer.from(xml) });
    expect(talks.map(({ id, line, slots }) => [id, line, slots[0]?.start, slots[0]?.rooms])).toEqual([
      ['1', 2, '2027-05-11T09:00:00+02:00', []],
      ['2', 4, '2027-05-11T12:00:00', []],
      ['3', 5, '2027-05-11T13:00:00', ['Quay Hall']],
      ['4', 6, '2027-05-11T14:00:00', []],
      ['5', 7, '2027-05-11T00:30:00', []],
    ]);
    expect(problems).toEqual([]);
  });
});

it('a tag without its end is said once, and an empty one is not', () => {
  const event = (id: number, title: string) =>
    `<event id="${id}"><track/><title>${title}<abstract>How.</abstract></event>`;
  const text = `<schedule>\n<day>\n${event(1, 'Ceph</title>')}\n${event(2, 'Tape</titl>')}\n${event(3, 'Rope')}</day></schedule>`;
  const errors = importFile({ path: 's.xml', bytes: Buffer.from(text) }).problems.filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '4: <title> has no end, here and at 1 more tag; what follows it may be read wrongly.',
  ]);
});

it('an event that is rejected is left out', () => {
  const event = (id: number, state: string) =>
    `<event id="${id}"><title>T${id}</title><state>${state}</state></event>`;
  const text = `<schedule><day>${event(1, 'confirmed')}${event(2, 'rejected')}</day></schedule>`;
  const { talks, withheld } = importFile({ path: 's.xml', bytes: Buffer.from(text) });
  expect(talks.map(({ title }) => title)).toEqual(['T1']);
  expect(withheld).toEqual([{ id: '2', title: 'T2', names: '' }]);
});
