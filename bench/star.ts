/**
 * What a press on *Star* costs beside one on *Details*, below the same answer, until Slack has what it shows: 300 people press
 * one each a round, ten at once, in turns. Needs `npm run build`.
 *
 *     npx tsx bench/star.ts [--talks 1557] [--rounds 7] [--record]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { SECRET, ServerProcess } from './server-process.ts';
import { signedCommand, signedPress } from './slack-request.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median, spread } from './statistics.ts';

const { values } = parseArgs({
  options: {
    talks: { type: 'string', default: '1557' },
    rounds: { type: 'string', default: '7' },
    ...RECORD,
  },
});
const PRESSES = 300;
const AT_ONCE = 10;
const ROUNDS = Number(values.rounds);

interface Button {
  readonly action_id: string;
  readonly value: string;
}

/** Milliseconds a press: of the server's processor, and until all were shown. */
interface Measured {
  readonly cpu: number;
  readonly took: number;
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
writeTalks(join(folder, 'data'), Number(values.talks));
const server = new ServerProcess(['dist/main.js'], 4805, {
  DATA_DIR: join(folder, 'data'),
  DATABASE_URL: `file:${join(folder, 'lectern.sqlite')}`,
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_API_URL: slack.apiUrl,
});
await server.ready();
const pool = new Pool(`http://127.0.0.1:${server.port}`, { connections: AT_ONCE });
try {
  const shown = (await (await send(signedCommand('ceph'))).body.json()) as {
    readonly blocks: readonly { readonly elements?: readonly Button[] }[];
  };
  const buttons = shown.blocks.flatMap(({ elements = [] }) => elements);
  const of = (action: string) => buttons.filter(({ action_id }) => action_id === action);
  const [details, star] = [of('talk:details'), of('talk:star')];
  const rounds: { readonly details: Measured; readonly star: Measured }[] = [];
  // Two rounds warm both up; after the first star of all, Lectern asks each person about reminders.
  for (let round = -1; round <= ROUNDS; round += 1) {
    const measured = { details: await pressAll(details), star: await pressAll(star) };
    if (round > 0) rounds.push(measured);
  }
  const row = (what: 'details' | 'star') => ({
    what,
    'CPU ms': median(rounds.map(round => round[what].cpu)),
    'ms a press': median(rounds.map(round => round[what].took)),
  });
  const ratio = (of: keyof Measured) => spread(rounds.map(({ details, star }) => star[of] / details[of]));
  report('star', {
    heading: `${values.talks} talks, ${PRESSES} presses, ${AT_ONCE} at once, median of ${ROUNDS} rounds`,
    rows: [
      row('details'),
      row('star'),
      { what: 'star / details (spread)', 'CPU ms': ratio('cpu'), 'ms a press': ratio('took') },
    ],
    record: values.record,
  });
} finally {
  await pool.close();
  await server.stop();
  await slack.close();
  rmSync(folder, { recursive: true });
}

async function pressAll(buttons: readonly Button[]): Promise<Measured> {
  const [cpu, from, granted] = [server.cpuMs, performance.now(), slack.granted()];
  let pressed = 0;
  const pressOneAfterAnother = async () => {
    while (pressed < PRESSES) {
      const button = buttons[pressed % buttons.length];
      pressed += 1;
      if (button === undefined) throw new Error('The answer has no such button.');
      const responseUrl = `${slack.apiUrl}response`;
      await (await send(signedPress(button, { user: `U${pressed}`, responseUrl }))).body.dump();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, pressOneAfterAnother));
  // Each press leads to one call: a modal is opened, or the message is replaced.
  while (slack.granted() < granted + PRESSES) await new Promise(resolve => setTimeout(resolve, 1));
  return {
    cpu: (server.cpuMs - cpu) / PRESSES,
    took: (performance.now() - from) / PRESSES,
  };
}

async function send(request: ReturnType<typeof signedCommand>) {
  const response = await pool.request({ path: '/slack/events', method: 'POST', ...request });
  if (response.statusCode !== 200) throw new Error(`Lectern answered with ${response.statusCode}.`);
  return response;
}
