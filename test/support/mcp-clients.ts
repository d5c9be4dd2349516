import type { Readable, Writable } from 'node:stream';
import {
  Client,
  type FetchLike,
  type JSONRPCMessage,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { Client as FormerClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as FormerHttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { onTestFinished } from 'vitest';

/** The clients with which assistants reach Lectern, as far as tests need them. */
export interface McpClient {
  listTools(): Promise<{ readonly tools: readonly ListedTool[] }>;
  callTool(call: {
    readonly name: string;
    readonly arguments?: Record<string, unknown>;
  }): Promise<CalledTool>;
  listResources(page?: { readonly cursor?: string }): Promise<{
    readonly resources: readonly { readonly uri: string; readonly name: string }[];
    readonly nextCursor?: string | undefined;
  }>;
  listResourceTemplates(): Promise<{
    readonly resourceTemplates: readonly { readonly uriTemplate: string }[];
  }>;
  readResource(of: { readonly uri: string }): Promise<{ readonly contents: readonly unknown[] }>;
  listPrompts(): Promise<{ readonly prompts: readonly { readonly name: string }[] }>;
  getPrompt(of: { readonly name: string; readonly arguments?: Record<string, string> }): Promise<{
    readonly messages: readonly unknown[];
  }>;
  getInstructions(): string | undefined;
}

export interface ListedTool {
  readonly name: string;
  readonly description?: string | undefined;
  readonly annotations?: { readonly readOnlyHint?: boolean | undefined } | undefined;
  readonly inputSchema: object;
  readonly _meta?: object | undefined;
  readonly outputSchema?: object | undefined;
}

export interface CalledTool {
  readonly content?: unknown;
  readonly structuredContent?: unknown;
  readonly isError?: unknown;
  readonly _meta?: unknown;
}

/** The official client in both eras of the protocol, and that of the SDK before. */
export const CLIENTS = ['2026', '2025', 'former SDK'] as const;
export type ClientKind = (typeof CLIENTS)[number];

const INFO = { name: 'test', version: '1' };

export async function connectOverHttp(
  kind: ClientKind,
  url: string,
  options: { readonly headers?: Record<string, string>; readonly fetch?: FetchLike } = {},
): Promise<McpClient> {
  const init = {
    requestInit: { headers: options.headers ?? {} },
    ...(options.fetch && { fetch: options.fetch }),
  };
  return kind === 'former SDK'
    ? connectFormer(new FormerHttpTransport(new URL(url), init))
    : connect(kind, new StreamableHTTPClientTransport(new URL(url), init));
}

/** Over the streams of a process, or of a command that runs in this one. */
export async function connectOverStreams(
  kind: ClientKind,
  streams: { readonly from: Readable; readonly to: Writable },
): Promise<McpClient> {
  const transport = new LineTransport(streams);
  return kind === 'former SDK' ? connectFormer(transport) : connect(kind, transport);
}

async function connect(
  kind: Exclude<ClientKind, 'former SDK'>,
  transport: Parameters<Client['connect']>[0],
): Promise<McpClient> {
  const mode = kind === '2026' ? { pin: '2026-07-28' } : ('legacy' as const);
  const client = new Client(INFO, { versionNegotiation: { mode } });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client as McpClient;
}

async function connectFormer(transport: unknown): Promise<McpClient> {
  const client = new FormerClient(INFO);
  await client.connect(transport as Parameters<FormerClient['connect']>[0]);
  onTestFinished(() => client.close());
  return client as McpClient;
}

/** A message a line, as both SDKs send them to a process of their own. */
class LineTransport {
  readonly #from: Readable;
  readonly #to: Writable;
  #rest = '';
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  onclose?: () => void;

  constructor({ from, to }: { readonly from: Readable; readonly to: Writable }) {
    this.#from = from;
    this.#to = to;
  }

  async start(): Promise<void> {
    this.#from.on('data', (chunk: Buffer | string) => {
      const lines = `${this.#rest}${chunk}`.split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.onmessage?.(JSON.parse(line) as JSONRPCMessage);
    });
  }

  async send(message: JSONRPCMessage): Promise<void> {
    this.#to.write(`${JSON.stringify(message)}\n`);
  }

  async close(): Promise<void> {
    this.#to.end();
    this.onclose?.();
  }
}
