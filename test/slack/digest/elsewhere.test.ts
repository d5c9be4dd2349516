import { expect, test } from 'vitest';
import type { AppContext } from '../../../src/slack/app-context.ts';
import { answerInChannels } from '../../../src/slack/digest/elsewhere.ts';

const MIRA = 'U0MIRA0001';
const by = { user: MIRA, channel: 'C0LOBBY001', workspace: 'T0HARBOUR1' };
const app = { digests: { organisersOf: () => [MIRA] } } as unknown as AppContext;

test('an order for more than ten channels does nothing', async () => {
  const channels = Array.from({ length: 11 }, (_, index) => `C0MANY${index}`);
  const order = { kind: 'off', timeOfDay: undefined } as const;
  expect((await answerInChannels(order, { by, marked: { channels, isForMany: false } }, app)).text).toBe(
    'Nothing was done: name 10 channels at most.',
  );
});
