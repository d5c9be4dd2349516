import {
  type CallToolResult,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { ReadCaller } from './caller.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { registerPrompts } from './prompts.ts';
import { registerResources } from './resources.ts';
import { type CallContext, isRefusal, type Tool, type ToolAnswer } from './tool.ts';
import { ALL_TOOLS } from './tools/all-tools.ts';

export interface AssistantOptions {
  readonly version: string;
  readonly readCaller: ReadCaller;
  /** Whether callers are people whom Slack names: only they have tools for their own talks. */
  readonly arePeopleKnown: boolean;
  /** Draws answers for surfaces that show more than text; left out if there are none. */
  readonly render?: RenderAnswer | undefined;
  readonly onFault: (error: unknown) => void;
}

/** Draws an answer. Returns the `_meta` of the result. */
export type RenderAnswer = (
  tool: string,
  answer: ToolAnswer,
  context: CallContext,
) => CallToolResult['_meta'];

/** Makes a server for one connection or one request. Clients of the protocol from 2025 and 2026 are both served. */
export function createAssistantServer(options: AssistantOptions): McpServer {
  const server = new McpServer(
    { name: 'lectern', title: 'Lectern', version: options.version },
    {
      instructions: INSTRUCTIONS,
      capabilities: { tools: { listChanged: false }, prompts: { listChanged: false } },
      cacheHints: CACHE_HINTS,
    },
  );
  for (const tool of ALL_TOOLS)
    if (options.arePeopleKnown || !tool.isPersonal) registerTool(server, tool, options);
  registerResources(server, meta => contextFor(meta, options));
  registerPrompts(server);
  return server;
}

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** Lists of tools and prompts change with the program alone, programmes at any time. A workspace may see fewer of them. */
const CACHE_HINTS = {
  'tools/list': { ttlMs: HOUR_MS, cacheScope: 'private' },
  'prompts/list': { ttlMs: HOUR_MS, cacheScope: 'public' },
  'resources/templates/list': { ttlMs: HOUR_MS, cacheScope: 'public' },
  'resources/list': { ttlMs: MINUTE_MS, cacheScope: 'private' },
  'resources/read': { ttlMs: MINUTE_MS, cacheScope: 'private' },
} as const;

function registerTool(server: McpServer, tool: Tool, options: AssistantOptions): void {
  const { name, title, description, input: inputSchema, output: outputSchema, isReadOnly } = tool;
  // Nothing here reaches beyond what Lectern has read, and a star that is set again is the same.
  const annotations = {
    readOnlyHint: isReadOnly,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  };
  server.registerTool(
    name,
    { title, description, inputSchema, outputSchema, annotations },
    (args: unknown, { mcpReq }) => callTool(tool, args, { meta: mcpReq._meta, options }),
  );
}

/** Every fault of a tool ends here: the caller is told no more than that there was one. */
async function callTool(
  tool: Tool,
  args: unknown,
  { meta, options }: { readonly meta: unknown; readonly options: AssistantOptions },
): Promise<CallToolResult> {
  try {
    const caller = await options.readCaller(meta);
    if (isRefusal(caller)) return failed(caller.refusal);
    const outcome = await tool.answer(args, caller);
    if (isRefusal(outcome)) return failed(outcome.refusal);
    const { structured } = outcome;
    const drawn = options.render?.(tool.name, outcome, caller);
    return {
      content: [{ type: 'text', text: JSON.stringify(structured) }],
      structuredContent: { ...structured },
      ...(drawn !== undefined && { _meta: drawn }),
    };
  } catch (error) {
    options.onFault(error);
    return failed(FAULT);
  }
}

function failed(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}

/** The context of a request that has no other way to be refused than an error of the protocol. */
async function contextFor(meta: unknown, { readCaller, onFault }: AssistantOptions): Promise<CallContext> {
  const caller = await readCaller(meta).catch((error: unknown) => {
    onFault(error);
    throw new ProtocolError(ProtocolErrorCode.InternalError, FAULT);
  });
  if (isRefusal(caller)) throw new ProtocolError(ProtocolErrorCode.InvalidRequest, caller.refusal);
  return caller;
}

const FAULT =
  'Lectern could not answer this; whoever runs it finds the reason in its log. Please try again in a minute.';
