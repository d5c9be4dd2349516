import { beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../src/live/load.ts';
import { type Assistant, openAssistant } from '../support/assistant.ts';

/** Questions that people ask an assistant, as the calls that it makes, over the conference that comes with Lectern. */
const SAMPLE = new URL('../../data', import.meta.url).pathname;

const STARS = ['storage/rgw-multi-site-across-three-ports', 'platforms/gitops-after-the-third-repository'];

/** Somebody who has starred two talks of Wednesday. */
let assistant: Assistant;
beforeAll(async () => {
  const stars = new Map([['Harbour Cloud Days 2027', new Set(STARS)]]);
  assistant = await openAssistant({ loaded: await load(SAMPLE), stars });
});

interface Answer {
  readonly talks?: readonly Titled[];
  readonly sessions?: readonly Titled[];
  readonly plan?: readonly Titled[];
  readonly leftOut?: readonly Titled[];
  readonly speakers?: readonly { readonly name: string }[];
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

type Call = readonly [tool: string, args: Record<string, unknown>];

/** The beginnings of the titles of the talks that answer, or the names of people. */
function shortOf({ talks, sessions, plan, speakers }: Answer): readonly string[] {
  const titled = talks ?? sessions ?? plan;
  return titled === undefined || (titled.length === 0 && (speakers?.length ?? 0) > 0)
    ? (speakers ?? []).map(({ name }) => name)
    : titled.map(({ title }) => title.split(/[:,?]/)[0] ?? '');
}

const FIRST_MORNING = '2027-05-11T08:55+02:00';

async function ask([tool, args]: Call, at = FIRST_MORNING): Promise<readonly string[]> {
  assistant.setClock(at);
  return shortOf(await assistant.ask<Answer>(tool, args));
}

describe('about topics', () => {
  test.each<[string, Call, readonly string[]]>([
    [
      "what can I see about eBPF on Wednesday morning that doesn't clash with my talks?",
      ['search_talks', { query: 'eBPF', day: 'Wednesday', to: '12:00', fits_my_talks: true }],
      [],
    ],
    [
      'and what is there about Kubernetes then?',
      ['search_talks', { query: 'kubernetes', day: 'Wednesday', to: '12:00', fits_my_talks: true, limit: 3 }],
      ['Cluster API on bare metal', 'Panel', 'ZFS'],
    ],
    [
      'is there anything about eBPF?',
      ['search_talks', { query: 'eBPF' }],
      [
        'eBPF for people who read tcpdump',
        'Cilium at scale',
        'Tracing a booking from the browser to the block device',
      ],
    ],
    [
      'eBPF at a time when I am not in the tracing talk',
      ['search_talks', { query: 'eBPF', avoid: ['operations/tracing-a-booking'] }],
      ['eBPF for people who read tcpdump', 'Cilium at scale'],
    ],
    ['any talks in Spanish?', ['search_talks', { language: 'Spanish' }], ['WebAssembly en el muelle']],
    [
      'which talks are in German?',
      ['search_talks', { language: 'de' }],
      ['Kapazitätsplanung mit Fehlerbalken'],
    ],
    ['what workshops are there?', ['search_talks', { query: 'workshop' }], ['Workshop', 'Workshop']],
    [
      'what is about Postgres?',
      ['search_talks', { query: 'postgres' }],
      [
        'PostgreSQL on local disks in Kubernetes',
        'Panel',
        'Tracing a booking from the browser to the block device',
      ],
    ],
    [
      'Ceph talks in Quay Hall on Thursday',
      ['search_talks', { query: 'ceph', room: 'Quay Hall', day: 'Thursday' }],
      ['NVMe-oF gateways in front of Ceph'],
    ],
    [
      'something on service meshes (with a slip)',
      ['search_talks', { query: 'servise mesh', limit: 1 }],
      ['Service mesh without sidecars'],
    ],
    [
      'storage talks on Tuesday afternoon',
      ['search_talks', { track: 'storage', day: 'Tuesday', from: '12:00' }],
      ['Workshop', 'PostgreSQL on local disks in Kubernetes', 'Object storage for forty-one branches'],
    ],
    [
      'networking talks without Cilium on Wednesday',
      ['search_talks', { query: '-cilium', track: 'networking', day: '2027-05-12' }],
      ['Service mesh without sidecars', 'Jumbo frames', 'IPv6-only clusters'],
    ],
    [
      'incident response, in one sentence of words',
      ['search_talks', { query: 'incident command workshop on wednesday', limit: 1 }],
      ['Workshop'],
    ],
  ])('%s', async (_, call, answer) => {
    expect(await ask(call)).toEqual(answer);
  });
});

describe('about times', () => {
  test.each<[string, Call, string, readonly string[]]>([
    [
      'what is on right now?',
      ['get_agenda', { when: 'now' }],
      '2027-05-11T14:10+02:00',
      [
        'Rook on Kubernetes for teams without a storage team',
        'Alerts that deserve a person',
        'BGP to the rack',
        'Workshop',
        'Moving 4',
        'PostgreSQL on local disks in Kubernetes',
        'Runbooks that people open',
      ],
    ],
    [
      "what's next in Quay Hall?",
      ['get_agenda', { when: 'next', room: 'Quay Hall' }],
      '2027-05-11T14:10+02:00',
      ['Moving 4'],
    ],
    [
      'what is in the Net Loft tomorrow?',
      ['get_agenda', { day: 'tomorrow', room: 'Net Loft' }],
      '2027-05-12T09:00+02:00',
      ['WebAssembly en el muelle', 'Growing storage engineers where there are none to hire'],
    ],
    [
      'what begins at ten to twelve on Thursday?',
      ['get_agenda', { day: 'Thursday', from: '10:00', to: '12:00', track: 'platforms' }],
      FIRST_MORNING,
      ['GPUs by the quarter hour'],
    ],
    [
      'what runs on Wednesday at 14:30 in the Pilot House, and what is next there?',
      ['get_agenda', { day: 'wed', at: '14:30', room: 'pilot' }],
      FIRST_MORNING,
      ['Workshop', 'Tracing a booking from the browser to the block device'],
    ],
    ['is anything on in June?', ['get_agenda', { day: '2027-06-01' }], FIRST_MORNING, []],
    [
      'the last day, storage only',
      ['get_agenda', { day: '2027-05-13', track: 'storage' }],
      FIRST_MORNING,
      ['NVMe-oF gateways in front of Ceph', 'Backups nobody has restored'],
    ],
    ['and before the conference?', ['get_agenda', { limit: 1 }], '2027-01-01T08:00+01:00', ['Keynote']],
  ])('%s', async (_, call, at, answer) => {
    expect(await ask(call, at)).toEqual(answer);
  });
});

describe('about people', () => {
  test.each<[string, Call, readonly string[]]>([
    ['who is Jürgen Oßwald?', ['find_speaker', { name: 'Jürgen Oßwald' }], ['Jürgen Oßwald']],
    ['the same without the umlauts', ['find_speaker', { name: 'jurgen osswald' }], ['Jürgen Oßwald']],
    [
      'does anybody from Oriol Telecom speak?',
      ['find_speaker', { company: 'Oriol Telecom' }],
      ['Amina Bensaïd', 'Saúl Benavente'],
    ],
    ['who is Nobody Atall?', ['find_speaker', { name: 'Nobody Atall' }], []],
    [
      'what does Amina give?',
      ['search_talks', { speaker: 'amina' }],
      ['Cilium at scale', 'eBPF for people who read tcpdump'],
    ],
  ])('%s', async (_, call, answer) => {
    expect(await ask(call)).toEqual(answer);
  });
});

describe('about a day of their own', () => {
  test.each<[string, Call, readonly string[]]>([
    [
      'what are my talks?',
      ['my_talks', {}],
      ['RGW multi-site across three ports', 'GitOps after the third repository'],
    ],
    ['what have I got on Tuesday?', ['my_talks', { day: 'Tuesday' }], []],
    [
      'plan my Wednesday around Ceph',
      ['plan_day', { day: 'Wednesday', topics: ['ceph'] }],
      [
        'The night we lost two monitors',
        'RGW multi-site across three ports',
        'Jumbo frames',
        'GitOps after the third repository',
        'CephFS for a genome centre',
      ],
    ],
    [
      'the same without my talks',
      ['plan_day', { day: 'Wednesday', topics: ['ceph'], use_my_talks: false }],
      [
        'The night we lost two monitors',
        'RGW multi-site across three ports',
        'Jumbo frames',
        'What a petabyte really costs',
        'CephFS for a genome centre',
      ],
    ],
    [
      'plan Thursday, and I must see the talk on GPUs',
      [
        'plan_day',
        { day: 'Thursday', topics: ['kubernetes'], must_see: ['platforms/gpus-by-the-quarter-hour'] },
      ],
      ['GPUs by the quarter hour', 'Kubernetes at sea'],
    ],
  ])('%s', async (_, call, answer) => {
    expect(await ask(call)).toEqual(answer);
  });
});

test('a talk found is a talk told, with what is like it', async () => {
  const { talks = [] } = await assistant.ask<Answer>('search_talks', { query: 'tcpdump', limit: 1 });
  const whole = await assistant.ask<
    Titled & { abstract: string; bios: { name: string }[]; similar: Titled[] }
  >('get_talk', { id: talks[0]?.id });
  expect(whole).toMatchObject({
    title: 'eBPF for people who read tcpdump',
    abstract: expect.stringContaining('Every filter given to tcpdump'),
    start: '2027-05-12T10:30:00+02:00',
    rooms: ['Pilot House'],
    bios: [{ name: 'Jürgen Oßwald' }, { name: 'Amina Bensaïd' }],
    conference: { timeZone: 'Europe/Madrid' },
  });
  const [similar] = whole.similar;
  expect(await assistant.ask('get_talk', { id: similar?.id })).toMatchObject({ title: similar?.title });
});

test('which conference is it, and where is lunch?', async () => {
  expect(await assistant.ask('list_conferences')).toMatchObject({
    total: 1,
    conferences: [
      {
        name: 'Harbour Cloud Days 2027',
        days: ['2027-05-11', '2027-05-12', '2027-05-13'],
        talks: 48,
        tracks: ['Networking', 'Operations', 'People and Community', 'Platforms', 'Storage'],
        rooms: ['Quay Hall', 'Lighthouse Room', 'Net Loft', 'Pilot House'],
        facts: [],
      },
    ],
  });
});
