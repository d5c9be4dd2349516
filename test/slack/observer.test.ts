import { expect, test } from 'vitest';
import { type Observer, observed, observedFetch } from '../../src/slack/observer.ts';
import type { Arguments } from '../../src/slack/tell-person.ts';

function listening() {
  const heard: unknown[] = [];
  const observer: Observer = {
    requested: (kind, result) => heard.push([kind, result]),
    answered: kind => heard.push(kind),
    called: (method, status) => heard.push([method, status]),
    limited: which => heard.push([which]),
  };
  return { heard, observer };
}

test('hears of each request once, as what it is and whether it was a fault', async () => {
  const { heard, observer } = listening();
  for (const kind of ['command', 'event', 'action', 'view', 'shortcut', 'option'])
    await observed(async () => 'ok', observer)({ [kind]: {} } as unknown as Arguments);
  await observed(async () => 'fault', observer)({ command: {} } as unknown as Arguments);
  expect(heard).toEqual([
    ['command', 'ok'],
    ['event', 'ok'],
    ['action', 'ok'],
    ['view', 'ok'],
    ['shortcut', 'ok'],
    ['other', 'ok'],
    ['command', 'fault'],
  ]);
});

test('hears how each call ended, by its method and never by an address', async () => {
  const { heard, observer } = listening();
  const answers = async () => new Response('', { status: 429 });
  const fails = async () => {
    throw new Error('There is no connection.');
  };
  for (const address of [
    'https://slack.com/api/chat.postMessage',
    'https://proxy.example.org/slack/users.info',
    'https://hooks.slack.com/commands/T1/2/secret',
  ])
    await observedFetch(answers, observer)(address);
  await expect(observedFetch(fails, observer)(new URL('https://slack.com/api/auth.test'))).rejects.toThrow();
  expect(heard).toEqual([
    ['chat.postMessage', 429],
    ['users.info', 429],
    ['response_url', 429],
    ['auth.test', 'error'],
  ]);
});
