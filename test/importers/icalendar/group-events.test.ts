import { describe, expect, it } from 'vitest';
import { groupEvents, type TitledEvent } from '../../../src/importers/icalendar/group-events.ts';
import { hashId } from '../../../src/text/keys.ts';

let line = 0;
function event(title: string, values: Readonly<Record<string, string>>): TitledEvent {
  const properties = Object.entries(values).map(([name, value]) => ({
    name,
    parameters: new Map<string, string>(),
    values: [value],
    rule: undefined,
  }));
  line += 1;
  return { title, block: { line, properties } };
}

/** The ids of the talks among events, each with the titles of its events. */
const group = (...events: readonly TitledEvent[]) =>
  groupEvents(events).map(({ id, main, others }) => [id, ...[main, ...others].map(({ title }) => title)]);

describe('events are one talk', () => {
  it('with the code of pretalx, whatever the number of the slot', () =>
    expect(
      group(
        event('Ceph', { uid: 'pretalx-days-2027-ABCDEF@pretalx.example' }),
        event('Tape', { uid: 'pretalx-days-2027-GHIJKL-1@pretalx.example' }),
        event('Tape again', { uid: 'pretalx-days-2027-GHIJKL-2@pretalx.example' }),
      ),
    ).toEqual([
      ['ABCDEF', 'Ceph'],
      ['GHIJKL', 'Tape', 'Tape again'],
    ]));

  it('with the id that Lectern writes, whatever the UID', () =>
    expect(
      group(
        event('Ceph', { uid: 'a', 'x-lectern-id': '7' }),
        event('Ceph', { uid: 'b', 'x-lectern-id': '7' }),
      ),
    ).toEqual([['7', 'Ceph', 'Ceph']]));

  it('without the times that are cancelled, unless all are', () => {
    const [lost, kept] = ['CANCELLED', 'CONFIRMED'].map((status, at) =>
      event(status, { uid: `${at}`, 'x-lectern-id': '7', status }),
    ) as [TitledEvent, TitledEvent];
    expect(group(lost, kept)).toEqual([['7', 'CONFIRMED']]);
    expect(group(lost, lost)).toEqual([['7', 'CANCELLED', 'CANCELLED']]);
  });

  it('with a UID of which all but one are changes; the changes come last', () => {
    const change = event('Ceph moved', { uid: 'a@x', 'recurrence-id': '2027-05-12T09:00:00' });
    const [talk, ...others] = groupEvents([change, event('Ceph', { uid: 'a@y' })]);
    expect(others).toEqual([]);
    expect([talk?.id, talk?.main.title, talk?.others]).toEqual(['a', 'Ceph', [change]]);
    expect(talk?.replaced.flatMap(({ values }) => values)).toEqual(['2027-05-12T09:00:00']);
  });
});

describe('events are talks of their own', () => {
  it('with a UID each, without its host', () =>
    expect(group(event('Ceph', { uid: 'a@example.org' }), event('Ceph', { uid: 'b' }))).toEqual([
      ['a', 'Ceph'],
      ['b', 'Ceph'],
    ]));

  it('with a URL each, if the UID is shared', () =>
    expect(
      group(
        event('Ceph', { uid: 'talks', url: 'https://example.org/1' }),
        event('Tape', { uid: 'talks', url: 'https://example.org/2' }),
      ),
    ).toEqual([
      ['https://example.org/1', 'Ceph'],
      ['https://example.org/2', 'Tape'],
    ]));

  it('without an id, if UID and URL are shared and the title is not', () =>
    expect(
      group(event('Ceph', { uid: 'talks', url: 'u' }), event('Tape', { uid: 'talks', url: 'u' })),
    ).toEqual([
      [undefined, 'Ceph'],
      [undefined, 'Tape'],
    ]));

  it('with an id made of title, start and place, if the title is shared too', () => {
    const at = (location: string) => event('Lunch', { dtstart: '2027-05-11T12:00:00', location });
    expect(group(at('Foyer'), at('Pier'))).toEqual(
      ['Foyer', 'Pier'].map(place => [hashId(`Lunch\n2027-05-11T12:00:00\n${place}`), 'Lunch']),
    );
  });
});
