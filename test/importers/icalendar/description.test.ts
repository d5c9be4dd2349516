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

  const teams = [
    '_'.repeat(80),
    'Microsoft Teams meeting',
    'Join on your computer, mobile app or room device',
    'Click here to join the meeting<https://teams.microsoft.com/l/meetup-join/19%3ameeting>',
    'Meeting ID: 312 450 117 22',
    'Passcode: kN3fYz',
    'Or call in (audio only)',
    '+49 69 5550123,,45678901# Germany, Frankfurt am Main',
    'Find a local number | Reset PIN',
    'Learn More | Meeting options',
    '_'.repeat(80),
  ].join('\n');

  it.each([
    [`How to wire.\n${teams}`],
    [`${teams}\nHow to wire.`, ''],
    [`${teams}\nHow to wire a lighthouse from far away.`, 'How to wire a lighthouse from far away.'],
    ['How to wire.\nJoin Microsoft Teams Meeting\nhttps://teams.microsoft.com/l/xyz'],
    ['How to wire.\nAn Microsoft Teams-Besprechung teilnehmen\nBesprechungs-ID: 312 450\nKenncode: kN3fYz'],
    ['How to wire.\nRéunion Microsoft Teams\nRejoindre la réunion<https://teams.microsoft.com/l/x>'],
    [
      'How to wire.\n\nBo Ek is inviting you to a scheduled Zoom meeting.\n\nJoin Zoom Meeting\nhttps://dock.zoom.us/j/81?pwd=a\n\nMeeting ID: 812 3456\nPasscode: 42\n---\nOne tap mobile\n+16465550123,,812# US (New York)\n\nDial by your location\n• +1 646 555 0123 US\nFind your local number: https://dock.zoom.us/u/a',
    ],
    ['How to wire.\nZoom-Meeting beitreten\nhttps://zoom.us/j/81\nMeeting-ID: 81'],
    ['How to wire.\nUnirse a la reunión Zoom\nhttps://zoom.us/j/81\nCódigo: 81'],
    [
      'How to wire.\n\n-::~:~::~:~:~:~-\nJoin with Google Meet: https://meet.google.com/abc-defg-hij\nOr dial: (US) +1 555-0123 PIN: 123#\nMore phone numbers: https://tel.meet/abc?pin=1\n\nPlease do not edit this section.\n-::~:~::~:~:~:~-',
    ],
    [
      'How to wire.<br>Join with Google Meet: <a href="https://meet.google.com/abc">https://meet.google.com/abc</a>',
      'How to wire.<br>',
    ],
    [
      "How to wire.\n-- Do not delete or change any of the following text. --\nWhen it's time, join your Webex meeting here.\nMeeting number (access code): 2550 123\nJoin by phone",
    ],
    ['How to wire.\nhttps://meet.google.com/abc-defg-hij'],
    ['How to wire.\nLink: https://dock.webex.com/meet/bo'],
    ['https://zoom.us/j/81\nPasscode: 42\n\nAgenda\n* Wires\n* Lamps', 'Agenda\n* Wires\n* Lamps'],
  ])('loses the invitation to an online meeting: %j', (description, abstract = 'How to wire.') =>
    expect(split(description)).toEqual({ abstract, speakers: [] }),
  );

  it('has speakers above an invitation', () =>
    expect(split('Speaker: Ada Lund\n\nHow to wire.\nJoin Zoom Meeting\nhttps://zoom.us/j/8')).toEqual({
      abstract: '\nHow to wire.',
      speakers: [person('Ada Lund')],
    }));

  it.each([
    'Join Zoom and Teams users in one room: how we bridged both.\nThen more.',
    'How Zoom scales.\nMicrosoft Teams at sea\nMore.',
    'Zoom lenses\nhttps://example.org/zoom',
    `Zoom.\n${'-'.repeat(20)}\nMore.`,
  ])('keeps what an abstract tells of meetings: %j', description =>
    expect(split(description)).toEqual({ abstract: description, speakers: [] }),
  );
});
