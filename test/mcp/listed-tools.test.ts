import { expect, test } from 'vitest';
import { openAssistant } from '../support/assistant.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';

interface Fields {
  readonly properties?: Readonly<Record<string, unknown>>;
}

async function listed(stars: 'known' | 'unknown') {
  const { client } = await openAssistant({
    loaded: loadedWith(harbour),
    ...(stars === 'known' && { stars: new Map() }),
  });
  const { tools } = await client.listTools();
  const plan = await client.getPrompt({ name: 'plan_my_day', arguments: { topics: 'ceph' } });
  const fieldsOf = (name: string, side: 'inputSchema' | 'outputSchema') =>
    Object.keys((tools.find(tool => tool.name === name)?.[side] as Fields | undefined)?.properties ?? {});
  return { tools, plan: JSON.stringify(plan.messages), fieldsOf };
}

test('stars are named where somebody has them, and nowhere else', async () => {
  const [slack, others] = [await listed('known'), await listed('unknown')];
  expect(slack.fieldsOf('search_talks', 'inputSchema')).toContain('fits_my_talks');
  expect(slack.fieldsOf('plan_day', 'inputSchema')).toContain('use_my_talks');
  expect(slack.fieldsOf('get_talk', 'outputSchema')).toEqual(expect.arrayContaining(['starred', 'clashes']));
  expect(slack.plan).toContain('My starred talks stay in the plan.');
  expect(JSON.stringify(others.tools)).not.toMatch(/my_talks|star_talk|starred|clashes/);
  expect(others.plan).not.toMatch(/star/);
});

test('the list is short, and explains each field of an answer once', async () => {
  const { tools } = await listed('known');
  const described = tools.map(({ outputSchema }) => JSON.stringify(outputSchema)).join('\n');
  const explanations = described.match(/"description":"[^"]+"/g) ?? [];
  expect(explanations.length).toBeGreaterThan(10);
  expect(new Set(explanations).size).toBe(explanations.length);
  expect(described).not.toContain('9007199254740991');
  expect(JSON.stringify(tools).length).toBeLessThan(31_000);
});
