import { createMcpHandler, type McpHttpHandler } from '@modelcontextprotocol/server';
import type { Loaded } from '../../search/loaded.ts';
import { readNobody, readSlackPerson, type SlackPeople } from '../caller.ts';
import { type AssistantOptions, createAssistantServer } from '../server.ts';
import type { Entrance } from './door.ts';
import type { AnswerRequest } from './listener.ts';
import { answerWith } from './node-handler.ts';

export interface AnswerOptions extends Pick<AssistantOptions, 'version' | 'renderer' | 'onFault'> {
  /** All conferences that are loaded. */
  readonly current: () => Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly people: SlackPeople;
  /** Hears of requests that are not in the form of the protocol. */
  readonly onRejected: (error: unknown) => void;
}

/** Serves each request by itself: nothing is kept from one to the next, so any process may answer it. */
export function createAnswer({
  current,
  now,
  people,
  onRejected,
  renderer,
  ...options
}: AnswerOptions): AnswerRequest {
  const handlerFor = (served: Pick<AssistantOptions, 'readCaller' | 'arePeopleKnown' | 'renderer'>) =>
    createMcpHandler(() => createAssistantServer({ ...options, ...served }), {
      onerror: onRejected,
      // Nothing tells of changes, and an open stream would keep Lectern from stopping.
      maxSubscriptions: 0,
    });
  const handlers: Readonly<Record<Entrance, McpHttpHandler>> = {
    slack: handlerFor({ readCaller: readSlackPerson(people, now), arePeopleKnown: true, renderer }),
    other: handlerFor({ readCaller: readNobody(current, now), arePeopleKnown: false }),
  };
  return (entrance, request, response, body) => answerWith(handlers[entrance], request, response, body);
}
