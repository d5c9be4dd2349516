import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import type { ActResult, PageState, WorkspacePage } from '../../../src/local-slack/serving/contract.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../../src/local-slack/workspace.ts';
import { RunningClock } from '../../../src/wiring/clock.ts';

export const MIRA = 'U0MIRA0001';
export const JUNE = 'U0JUNE0002';
export const LOBBY = 'C0LOBBY001';

export interface Served {
  readonly workspace: Workspace;
  readonly clock: RunningClock;
  /** Whose zones the app was told to ask for anew. */
  readonly zonesChanged: readonly string[];
  act(fields: object): Promise<ActResult>;
  state(user?: string): Promise<PageState>;
}

/** A workspace with a page of one line, and nobody behind it. */
export async function servePage(
  options: Pick<WorkspaceOptions, 'scopes' | 'unfurlDomains'> = {},
): Promise<Served> {
  const zonesChanged: string[] = [];
  const clock = new RunningClock(() => 1000);
  const page: WorkspacePage = {
    files: new Map([['/index.html', { type: 'text/html', body: Buffer.from('<p>A page</p>') }]]),
    offers: { commands: [], shortcuts: [] },
    clock,
    conferenceZone: () => 'Europe/Lisbon',
    onZoneChange: user => zonesChanged.push(user),
  };
  const workspace = await startWorkspace({ ...options, page });
  onTestFinished(() => workspace.close());
  const act = async (fields: object) => {
    const response = await fetch(`${workspace.url}/page/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: MIRA, ...fields }),
    });
    return (await response.json()) as ActResult;
  };
  const state = async (user = MIRA) =>
    (await (await fetch(`${workspace.url}/page/state?user=${user}`)).json()) as PageState;
  return { workspace, clock, zonesChanged, act, state };
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number | undefined;
  readonly text: string;
}

/** A request with any Host and Origin, which fetch() would not send. */
export function answerTo(url: string, { method = 'GET', headers = {} }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, async response => {
      const text = (await response.setEncoding('utf8').toArray()).join('');
      resolve({ status: response.statusCode, text });
    });
    asked.on('error', reject);
    asked.end();
  });
}

export async function statusOf(url: string, asked: Asked): Promise<number | undefined> {
  return (await answerTo(url, asked)).status;
}
