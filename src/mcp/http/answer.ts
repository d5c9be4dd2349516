import { type NodeMcpRequestHandler, toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { Loaded } from '../../search/loaded.ts';
import { type ReadCaller, readNobody, readSlackPerson, type SlackPeople } from '../caller.ts';
import { type AssistantOptions, createAssistantServer } from '../server.ts';
import type { Entrance } from './door.ts';
import type { AnswerRequest } from './listener.ts';

export interface AnswerOptions extends Pick<AssistantOptions, 'version' | 'render' | 'onFault'> {
  /** All conferences that are loaded. */
  readonly current: () => Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly people: SlackPeople;
  /** Hears of requests that are not in the form of the protocol. */
  readonly onRejected: (error: unknown) => void;
}

/** Serves each request by itself: nothing is kept from one to the next, so any process may answer it. */
export function createAnswer({ current, now, people, onRejected, ...options }: AnswerOptions): AnswerRequest {
  const handlerFor = (readCaller: ReadCaller, arePeopleKnown: boolean) =>
    toNodeHandler(
      createMcpHandler(() => createAssistantServer({ ...options, readCaller, arePeopleKnown }), {
        onerror: onRejected,
        // Nothing tells of changes, and an open stream would keep Lectern from stopping.
        maxSubscriptions: 0,
      }),
      { onerror: options.onFault },
    );
  const handlers: Readonly<Record<Entrance, NodeMcpRequestHandler>> = {
    slack: handlerFor(readSlackPerson(people, now), true),
    other: handlerFor(readNobody(current, now), false),
  };
  // Node's type lets a method be missing, which no request to a server is.
  return (entrance, request, response, body) =>
    handlers[entrance](request as Parameters<NodeMcpRequestHandler>[0], response, body);
}
