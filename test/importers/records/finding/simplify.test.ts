import { expect, test } from 'vitest';
import { simplify } from '../../../../src/importers/records/finding/simplify.ts';

const CEPH = { title: 'Ceph at sea', start: '2027-05-11T09:00' };
const PLAIN = { talks: [{ id: 't1', ...CEPH, speakers: ['p1'], room: 'r1' }] };

test('returns a plain document itself', () => {
  expect(simplify(PLAIN)).toBe(PLAIN);
});

test.each<[string, unknown, unknown]>([
  [
    'JSON:API',
    {
      data: [
        {
          type: 'sessions',
          id: 't1',
          attributes: CEPH,
          relationships: {
            speakers: { data: [{ type: 'speakers', id: 'p1' }] },
            room: { data: { type: 'rooms', id: 'r1' } },
            feedbacks: { links: { related: '/feedbacks' } },
          },
        },
      ],
      included: [
        { type: 'speakers', id: 'p1', attributes: { name: 'Ada Lund' } },
        { type: 'rooms', id: 'r1', attributes: { name: 'Quay' } },
      ],
    },
    {
      data: [{ id: 't1', ...CEPH, speakers: ['p1'], room: 'r1', feedbacks: '' }],
      included: { person: [{ id: 'p1', name: 'Ada Lund' }], room: [{ id: 'r1', name: 'Quay' }] },
    },
  ],
  [
    'Strapi',
    {
      data: [
        {
          id: 1,
          attributes: {
            ...CEPH,
            room: { data: { id: 3, attributes: { name: 'Quay' } } },
            speakers: { data: [{ id: 5, attributes: { name: 'Ada Lund' } }] },
            track: { data: null },
          },
        },
      ],
    },
    [
      {
        id: 1,
        ...CEPH,
        room: { id: 3, name: 'Quay' },
        speakers: [{ id: 5, name: 'Ada Lund' }],
        track: [],
      },
    ],
  ],
  [
    'GraphQL',
    {
      sessions: {
        edges: [{ cursor: 'x', node: { ...CEPH, speakers: { nodes: [{ name: 'Ada Lund' }] } } }],
        pageInfo: { hasNextPage: false },
      },
    },
    { sessions: [{ ...CEPH, speakers: [{ name: 'Ada Lund' }] }] },
  ],
  [
    'Contentful',
    {
      items: [
        {
          sys: { id: 't1', contentType: { sys: { id: 'talk' } } },
          fields: { ...CEPH, room: { sys: { type: 'Link', linkType: 'Entry', id: 'r1' } } },
        },
      ],
      includes: {
        Entry: [
          { sys: { id: 'r1', contentType: { sys: { id: 'conferenceRoom' } } }, fields: { name: 'Quay' } },
        ],
      },
    },
    {
      items: [{ id: 't1', ...CEPH, room: 'r1' }],
      includes: { Entry: { room: [{ id: 'r1', name: 'Quay' }] } },
    },
  ],
  [
    'Sanity',
    [
      {
        _type: 'talk',
        ...CEPH,
        slug: { _type: 'slug', current: 'ceph' },
        speakers: [{ _type: 'reference', _ref: 'p1', _key: 'k' }],
        abstract: [
          { _type: 'block', children: [{ text: 'How a ferry ' }, { text: 'keeps disks.' }] },
          { _type: 'block', children: [{ text: 'And why.' }] },
        ],
      },
      { _type: 'person', _id: 'p1', name: 'Ada Lund' },
    ],
    {
      talk: [
        {
          _type: 'talk',
          ...CEPH,
          slug: 'ceph',
          speakers: ['p1'],
          abstract: 'How a ferry keeps disks.\n\nAnd why.',
        },
      ],
      person: [{ _type: 'person', _id: 'p1', name: 'Ada Lund' }],
    },
  ],
  [
    'Airtable',
    { records: [{ id: 'rec1', createdTime: '2027-01-01', fields: { Title: 'Ceph at sea' } }] },
    { records: [{ id: 'rec1', Title: 'Ceph at sea' }] },
  ],
  [
    'Notion',
    [
      {
        object: 'page',
        id: 'n1',
        url: 'https://example.org/n1',
        properties: {
          Name: { type: 'title', title: [{ plain_text: 'Ceph ' }, { plain_text: 'at sea' }] },
          When: { type: 'date', date: { start: '2027-05-11T09:00', end: '2027-05-11T09:45' } },
          Day: { type: 'date', date: { start: '2027-05-11', end: null } },
          Room: { type: 'select', select: { name: 'Quay', color: 'red' } },
          Tags: { type: 'multi_select', multi_select: [{ name: 'Storage' }] },
          Speakers: { type: 'relation', relation: [{ id: 'p1' }] },
          Names: {
            type: 'rollup',
            rollup: { type: 'array', array: [{ type: 'title', title: [{ plain_text: 'Ada Lund' }] }] },
          },
          Edited: { type: 'last_edited_time', last_edited_time: '2027-01-01' },
          Seats: { type: 'number', number: 40 },
        },
      },
    ],
    [
      {
        id: 'n1',
        url: 'https://example.org/n1',
        Name: 'Ceph at sea',
        When: { start: '2027-05-11T09:00', end: '2027-05-11T09:45' },
        Day: '2027-05-11',
        Room: 'Quay',
        Tags: ['Storage'],
        Speakers: ['p1'],
        Names: ['Ada Lund'],
        Edited: '',
        Seats: 40,
      },
    ],
  ],
  [
    'WordPress',
    [
      {
        id: 11,
        date: '2026-12-01T10:00:00',
        status: 'publish',
        type: 'wcb_session',
        title: { rendered: 'Ceph &#8211; at sea' },
        content: { rendered: '<p>How.</p>', protected: false },
        session_date_time: { date: 'May 11, 2027', time: '9:00 am' },
      },
    ],
    [
      {
        id: 11,
        title: 'Ceph &#8211; at sea',
        description: '<p>How.</p>',
        state: '',
        session_date_time: { date: 'May 11, 2027', time: '9:00 am' },
      },
    ],
  ],
  [
    'schema.org',
    {
      '@graph': [
        {
          '@type': 'EducationEvent',
          name: 'Ceph at sea',
          eventStatus: 'https://schema.org/EventCancelled',
          location: { '@id': '#q' },
          performer: [{ '@type': 'Person', name: 'Ada Lund' }],
        },
        { '@type': 'Place', '@id': '#q', name: 'Quay' },
      ],
    },
    {
      '@graph': {
        talk: [
          {
            '@type': 'EducationEvent',
            name: 'Ceph at sea',
            state: 'Cancelled',
            location: '#q',
            performer: [{ '@type': 'Person', name: 'Ada Lund' }],
          },
        ],
        room: [{ '@type': 'Place', '@id': '#q', name: 'Quay' }],
      },
    },
  ],
  [
    'Firebase',
    { sessions: { t1: { ...CEPH, speakers: { ada: true, bo: true }, flags: { new: true } } } },
    { sessions: { t1: { ...CEPH, speakers: ['ada', 'bo'], flags: { new: true } } } },
  ],
])('takes the wrapping of %s off', (_, document, expected) => {
  expect(simplify(document)).toEqual(expected);
});

test('stops at 64 levels', () => {
  let deep: unknown = 'x';
  for (let level = 0; level < 70; level++) deep = { sys: { type: 'Link', id: deep } };
  expect(() => simplify(deep)).not.toThrow();
});
