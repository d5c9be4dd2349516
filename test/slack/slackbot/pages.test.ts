import { describe, expect, test } from 'vitest';
import { readToolCall } from '../../../src/local-slack/block-kit/tool-result.ts';
import type { CallContext } from '../../../src/mcp/tool.ts';
import type { Slot } from '../../../src/programme/talk.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { callFromSlackbot, slackbotContext } from '../../support/slackbot.ts';

const at = (hour: string, day: string): Slot => ({
  start: `${day}T${hour}:00+00:00`,
  end: `${day}T${hour.slice(0, 2)}:50:00+00:00`,
  rooms: ['Quay Hall'],
  day,
});
const DAYS = ['2027-05-11', '2027-05-12', '2027-05-13'];
const HOURS = ['09:00', '09:00', '10:00', '10:00', '10:00'];
const talks = DAYS.flatMap(day =>
  HOURS.map((hour, place) =>
    talk({ id: `${day}-${place}`, title: `Ceph ${place} of ${day.slice(-2)}`, slots: [at(hour, day)] }),
  ),
);
const loaded = loadedWith(programme(talks, { name: 'Spring', timeZone: 'UTC' }));
const all = new Set(talks.map(({ id }) => id));
const contextAt = (instant: string, of = loaded) => slackbotContext(of, Date.parse(instant), all);
const tuesday = contextAt('2027-05-11T09:10Z');

/** The arguments of the button with this label. */
async function argsOf(label: string, name: string, args: object, context: CallContext) {
  const { blocks } = await callFromSlackbot(name, args, context);
  const buttons = blocks.flatMap(({ type, elements = [] }) => (type === 'actions' ? elements : []));
  const button = buttons.find(each => read([each]).join('') === `[${label}]`) as Record<string, unknown>;
  return button === undefined ? undefined : readToolCall(button)?.arguments;
}

async function shown(name: string, args: object, context: CallContext) {
  const { blocks, problems } = await callFromSlackbot(name, args, context);
  expect(problems).toEqual([]);
  return read(blocks).flatMap(line => /^(?:Ceph|Ada) [^|]*?(?= \||,|$)/.exec(line)?.[0] ?? []);
}

describe('More leads to the rest of the same list, when another day is today and another conference is current', () => {
  const autumn = programme([talk({ title: 'Ceph in autumn', slots: [at('09:00', '2027-05-13')] })], {
    ...{ name: 'Autumn', timeZone: 'UTC', folder: 'autumn' },
  });
  const { answering, person } = tuesday;
  const joined = loadedWith(autumn, {
    others: [{ name: 'Spring', programme: loaded.programme, open: () => loaded }],
  });
  const now = Date.parse('2027-05-12T23:00Z');
  const later: CallContext = { person, answering: { ...answering, ...joined, now } };

  test.each<[string, object, number]>([
    ['get_agenda', { day: 'tomorrow', limit: 2 }, 5],
    ['get_agenda', { limit: 2 }, 5],
    ['get_agenda', { when: 'now', limit: 2 }, 5],
    ['get_agenda', { when: 'next', limit: 2 }, 3],
    ['search_talks', { query: 'ceph', day: 'tomorrow', limit: 2 }, 5],
    ['search_talks', { query: 'ceph tomorrow', limit: 2 }, 5],
    ['search_talks', { query: 'ceph in the next 2 hours', limit: 2 }, 3],
    ['my_talks', { day: 'tomorrow', limit: 2 }, 5],
    ['plan_day', { day: 'tomorrow', topics: ['ceph'], limit: 1 }, 2],
    ['plan_day', { topics: ['ceph'], limit: 1 }, 2],
  ])('%s %j', async (name, args, count) => {
    const { limit } = args as { readonly limit: number };
    const whole = await shown(name, { ...args, limit: 50 }, tuesday);
    expect(whole.length).toBe(count);
    expect(await shown(name, args, tuesday)).toEqual(whole.slice(0, limit));
    const more = await argsOf('More', name, args, tuesday);
    expect(await shown(name, { ...more, limit: 50 }, later)).toEqual(whole.slice(limit));
    const back = await argsOf('Back', name, more ?? {}, later);
    expect(await shown(name, back ?? {}, later)).toEqual(whole.slice(0, limit));
  });
});

describe('Back', () => {
  test.each<[number, number | undefined]>([
    [15, 12],
    [400, 12],
    [14, 11],
  ])('from offset %i leads to %i', async (offset, expected) => {
    const args = { query: 'ceph', limit: 3, offset };
    expect((await argsOf('Back', 'search_talks', args, tuesday))?.offset).toBe(expected);
  });

  test('is not there if there is nothing at all', async () => {
    const { blocks } = await callFromSlackbot('get_agenda', { day: '2027-05-20', offset: 20 }, tuesday);
    expect(read(blocks).filter(line => line.includes('[Back]'))).toEqual([]);
  });

  test('shows the people before, of whom a page has as many as fit', async () => {
    const people = Array.from({ length: 30 }, (_, place) =>
      speaker({ id: `${place}`, name: `Ada ${String(place).padStart(2, '0')}` }),
    );
    const theirs = people.flatMap((one, place) =>
      Array.from({ length: 1 + (place % 5) }, (_none, which) =>
        talk({ id: `${place}-${which}`, title: `Talk ${which}`, speakers: [one] }),
      ),
    );
    const context = contextAt('2027-05-11T08:00Z', loadedWith(programme(theirs)));
    const forwards: string[] = [];
    let args: object | undefined = {};
    let last: object = {};
    while (args !== undefined) {
      forwards.push(...(await shown('find_speaker', args, context)));
      last = args;
      args = await argsOf('More', 'find_speaker', args, context);
    }
    expect(forwards).toEqual(people.map(({ name }) => name));
    const seen = new Set(await shown('find_speaker', last, context));
    for (args = last; args !== undefined; ) {
      args = await argsOf('Back', 'find_speaker', args, context);
      if (args !== undefined) for (const name of await shown('find_speaker', args, context)) seen.add(name);
    }
    expect(seen.size).toBe(people.length);
    expect(await argsOf('Back', 'find_speaker', { offset: 90 }, context)).not.toBeUndefined();
  });
});
