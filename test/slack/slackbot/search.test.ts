import { expect, test } from 'vitest';
import { readToolCall } from '../../../src/local-slack/block-kit/tool-result.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { callFromSlackbot, slackbotContext } from '../../support/slackbot.ts';

const at = (hour: string, day: string) => ({
  start: `${day}T${hour}:00+00:00`,
  end: `${day}T${hour.slice(0, 2)}:50:00+00:00`,
  rooms: ['Quay Hall'],
  day,
});
const ines = speaker({ id: 'ines', name: 'Ines Moll' });
const loaded = loadedWith(
  programme(
    [
      talk({ title: 'Kubernetes at sea', slots: [at('09:00', '2027-05-11')] }),
      talk({ id: 'fog', title: 'Fog', abstract: 'Horns.', slots: [at('09:00', '2027-05-11')] }),
      talk({
        ...{ id: 'lamps', title: 'Lamps', abstract: 'Oil.', speakers: [ines] },
        slots: [at('10:00', '2027-05-11'), at('10:00', '2027-05-12')],
      }),
      talk({
        id: 'ropes',
        title: 'Ropes',
        abstract: 'Hemp.',
        speakers: [ines],
        slots: [at('11:00', '2027-05-11')],
      }),
      talk({ id: 'horns', title: 'Horns', abstract: 'In the fog.', slots: [at('12:00', '2027-05-11')] }),
    ],
    { timeZone: 'UTC' },
  ),
);
const context = slackbotContext(loaded, Date.UTC(2027, 4, 11, 8), new Set(['fog']));

async function answer(args: object) {
  const { blocks, problems } = await callFromSlackbot('search_talks', args, context);
  expect(problems).toEqual([]);
  return blocks;
}

test('words that were corrected are said to be', async () => {
  expect(read(await answer({ query: 'kuberntes' }))[0]).toBe(
    '1 talk for kubernetes | Showing results for kubernetes (you typed kuberntes)',
  );
});

test('the card of a person does not repeat the talks below it', async () => {
  const lines = read(await answer({ query: 'ines moll', day: 'wednesday' }));
  expect(lines.find(line => line.startsWith('Ines Moll'))).toBe(
    'Ines Moll, 2 talks | Ada keeps the storage of a small harbour afloat. | • Ropes',
  );
});

test('a search instead leaves the same talks alone, and only one that finds something is offered', async () => {
  const args = { query: 'fog', day: 'wednesday', limit: 3, avoid: ['fog'], fits_my_talks: true };
  const calls = (await answer(args))
    .flatMap(({ type, elements = [] }) => (type === 'actions' ? elements : []))
    .map(element => readToolCall(element as Record<string, unknown>));
  expect(calls).toEqual([
    {
      tool: 'search_talks',
      arguments: {
        ...{ query: 'fog', avoid: ['fog'], fits_my_talks: true },
        ...{ limit: 3, conference: 'Lighthouse Days' },
      },
    },
  ]);
  expect(read(await answer(calls[0]?.arguments ?? {}))).toContain(
    'Horns | Ada Lund · 12:00–12:50 · Quay Hall | In the fog.',
  );
  const none = read(await answer({ query: 'kubernetes', day: 'wednesday', fits_my_talks: true }));
  expect(none.filter(line => line.startsWith('['))).toEqual([]);
});
