import {
  type CallToolResult,
  type Tool as ListedTool,
  ProtocolError,
  ProtocolErrorCode,
  Server,
} from '@modelcontextprotocol/server';
import type { ReadCaller } from './caller.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { listedTool, toolsFor } from './listed-tools.ts';
import { LISTED_PROMPTS, writePrompt } from './prompts.ts';
import { isRefusal, type ToolRefusal } from './refusal.ts';
import { handleResources } from './resources.ts';
import type { CallContext, Tool, ToolAnswer } from './tool.ts';
import { describeWrongArguments } from './tools/wrong-arguments.ts';

export interface AssistantOptions {
  readonly version: string;
  readonly readCaller: ReadCaller;
  /** Whether callers are people whom Slack names: only they have tools for their own talks. */
  readonly arePeopleKnown: boolean;
  /** Draws answers for a surface that shows more than text; left out if there is none. */
  readonly renderer?: AnswerRenderer | undefined;
  readonly onFault: (error: unknown) => void;
}

/** Draws answers for a surface that shows more than text. */
export interface AnswerRenderer {
  /** The `_meta` with which a tool is listed; undefined if its answers are not drawn. */
  describe(tool: Tool): ListedTool['_meta'];
  /** The `_meta` of a result; undefined if there is nothing to draw. `args` are those that the tool has parsed. */
  draw(tool: Tool, answer: ToolAnswer, args: unknown): CallToolResult['_meta'];
  /** The same for an expected no, and for a fault. */
  drawRefusal(refusal: ToolRefusal): CallToolResult['_meta'];
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

/**
 * Makes a server for one connection or one request. Clients of the protocol from 2025 and 2026 are both served. The SDK's
 * McpServer would write the schemas of a tool anew for each request, which takes longer than a search.
 */
export function createAssistantServer(options: AssistantOptions): Server {
  const { version, arePeopleKnown } = options;
  const server = new Server(
    { name: 'lectern', title: 'Lectern', version },
    {
      instructions: INSTRUCTIONS,
      capabilities: { tools: {}, prompts: {}, resources: {} },
      cacheHints: CACHE_HINTS,
    },
  );
  const tools = toolsFor(arePeopleKnown);
  server.setRequestHandler('tools/list', () => ({
    tools: tools.flatMap(tool => listTool(tool, options) ?? []),
  }));
  server.setRequestHandler('tools/call', ({ params }, { mcpReq }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined) throw invalid(`Tool ${params.name} not found`);
    return callTool(tool, params.arguments ?? {}, { meta: mcpReq._meta, options });
  });
  server.setRequestHandler('prompts/list', () => ({ prompts: [...LISTED_PROMPTS] }));
  server.setRequestHandler('prompts/get', ({ params }) => {
    const prompt = writePrompt(params.name, params.arguments ?? {}, arePeopleKnown);
    if (prompt === undefined) throw invalid(`Prompt ${params.name} not found`);
    return prompt;
  });
  handleResources(server, meta => contextFor(meta, options));
  return server;
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}

/** With what the renderer says of it. */
function listTool(tool: Tool, { arePeopleKnown, renderer }: AssistantOptions): ListedTool | undefined {
  const listed = listedTool(tool, arePeopleKnown);
  const described = renderer?.describe(tool);
  return listed && { ...listed, ...(described !== undefined && { _meta: described }) };
}

interface Call {
  readonly meta: unknown;
  readonly options: AssistantOptions;
}

/** Every fault of a tool ends here: the caller is told no more than that there was one. */
async function callTool(tool: Tool, args: unknown, { meta, options }: Call): Promise<CallToolResult> {
  try {
    const parsed = tool.input.safeParse(args);
    if (!parsed.success)
      return failed(`Invalid arguments for ${tool.name}: ${describeWrongArguments(parsed.error)}`);
    const caller = await options.readCaller(meta);
    if (isRefusal(caller)) return refused(caller, options);
    const outcome = await tool.answer(parsed.data, caller);
    if (isRefusal(outcome)) return refused(outcome, options);
    const { structured } = outcome;
    return {
      content: [{ type: 'text', text: JSON.stringify(structured) }],
      structuredContent: { ...structured },
      ...drawn(options.renderer?.draw(tool, outcome, parsed.data)),
    };
  } catch (error) {
    options.onFault(error);
    return refused({ refusal: FAULT, says: FAULT_FOR_PEOPLE }, options);
  }
}

/** A no that people see too, where a button of theirs has brought it. */
function refused(refusal: ToolRefusal, { renderer }: AssistantOptions): CallToolResult {
  return { ...failed(refusal.refusal), ...drawn(renderer?.drawRefusal(refusal)) };
}

function drawn(meta: CallToolResult['_meta']): Pick<CallToolResult, '_meta'> {
  return meta === undefined ? {} : { _meta: meta };
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
const FAULT_FOR_PEOPLE = 'Lectern could not answer this. Please try again in a minute.';
