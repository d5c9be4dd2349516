import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { placeStars } from '../../src/conversation/context.ts';
import { RESULTS_A_PAGE } from '../../src/conversation/paging.ts';
import type { AnswerRenderer } from '../../src/mcp/server.ts';
import { createAssistantServer } from '../../src/mcp/server.ts';
import type { CallContext, StarWish } from '../../src/mcp/tool.ts';
import type { Stars } from '../../src/people/stars.ts';
import type { Loaded } from '../../src/search/loaded.ts';
import type { CalledTool, ListedTool } from './mcp-clients.ts';

export interface AssistantStage {
  readonly loaded: Loaded;
  /** ISO 8601. */
  readonly at?: string;
  /** The stars of the person who asks; undefined if nobody is known. */
  readonly stars?: Stars | 'unavailable' | undefined;
  readonly onStar?: (star: StarWish) => void;
  readonly renderer?: AnswerRenderer;
  /** What reading the caller throws. */
  readonly fault?: Error;
}

export interface Assistant {
  listTools(): Promise<readonly ListedTool[]>;
  /** The client compares what comes with the tool's output schema, and throws where it does not fit. */
  call(name: string, args?: Record<string, unknown>): Promise<CalledTool>;
  /** The structured content of an answer. Throws if the tool says no. */
  ask<Answer>(name: string, args?: Record<string, unknown>): Promise<Answer>;
  /** The sentence with which a tool says no. */
  refusal(name: string, args?: Record<string, unknown>): Promise<string>;
  /** From now on it is asked at another instant, ISO 8601. */
  setClock(at: string): void;
  readonly client: Client;
  readonly faults: readonly unknown[];
}

/** An assistant that is connected to Lectern in this process, by the official client. It holds nothing open. */
export async function openAssistant(stage: AssistantStage): Promise<Assistant> {
  const { loaded, at = '2027-05-11T08:55+02:00', stars, renderer, fault, onStar = () => {} } = stage;
  const faults: unknown[] = [];
  const known = stars === undefined || stars === 'unavailable' ? stars : placeStars(stars, loaded);
  const person = {
    ...{ workspace: 'T1', person: 'U1' },
    keepStar: async (star: StarWish) => {
      onStar(star);
      return true;
    },
  };
  let now = Date.parse(at);
  const context = (): CallContext => ({
    answering: {
      ...loaded,
      now,
      prefix: '',
      resultsMax: RESULTS_A_PAGE,
      reader: { zone: undefined, place: 'apart', stars: known },
    },
    person: stars === undefined ? undefined : person,
  });
  const server = createAssistantServer({
    version: '1',
    readCaller: async () => {
      if (fault !== undefined) throw fault;
      return context();
    },
    arePeopleKnown: stars !== undefined,
    renderer,
    onFault: error => faults.push(error),
  });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1' });
  await server.connect(ours);
  await client.connect(theirs as Parameters<Client['connect']>[0]);
  const { tools } = await client.listTools();
  const call = (name: string, args: Record<string, unknown> = {}) =>
    client.callTool({ name, arguments: args });
  return {
    client,
    faults,
    setClock: instant => {
      now = Date.parse(instant);
    },
    listTools: async () => tools,
    call,
    ask: async <Answer>(name: string, args?: Record<string, unknown>) => {
      const { isError, structuredContent, content } = await call(name, args);
      if (isError === true) throw new Error(JSON.stringify(content));
      return structuredContent as Answer;
    },
    refusal: async (name, args) => {
      const { isError, content } = await call(name, args);
      if (isError !== true) throw new Error(`${name} did not say no.`);
      return content.map(each => ('text' in each ? each.text : '')).join('\n');
    },
  };
}
