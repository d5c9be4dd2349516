import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { underNewId } from '../../text/work-id.ts';
import { Bodies } from './bodies.ts';
import { chooseEntrance, type DoorKeys, type Entrance, refuseForeign, refuseUnsigned } from './door.ts';

/** Answers a request that was let in. */
export type AnswerRequest = (
  entrance: Entrance,
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
) => Promise<void>;

export interface McpListenerOptions extends DoorKeys {
  /** Loads what answers; called for the first request that is let in. */
  readonly load: () => Promise<AnswerRequest>;
  /** Whether one more request is taken of those who are not Slack, all of them together. */
  readonly takesOther: () => boolean;
  /** Takes one of a few sentences, without anything that was sent. */
  readonly onRefusal: (kind: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** Each may ask the database something. Clients try again. */
const AT_ONCE = 20;

/** Answers `POST /mcp`. Nothing is read or loaded for a request whose headers let nobody in. */
export function mcpListener(options: McpListenerOptions): RequestListener {
  let loading: Promise<AnswerRequest> | undefined;
  let running = 0;
  const bodies: Readonly<Record<Entrance, Bodies>> = { slack: new Bodies(), other: new Bodies() };
  const answer: AnswerRequest = async (entrance, request, response, body) => {
    if (running >= AT_ONCE)
      return writeError(response, 503, 'Lectern answers others; please try again.', { 'retry-after': '1' });
    running += 1;
    try {
      loading ??= options.load();
      await (await loading)(entrance, request, response, body);
    } finally {
      running -= 1;
    }
  };
  return (request, response) => {
    const foreign = refuseForeign(request, options);
    if (foreign !== undefined) return refuse(response, foreign, options);
    if (request.method !== 'POST')
      return writeError(response, 405, 'Only POST is answered here.', { allow: 'POST' });
    const entrance = chooseEntrance(request, options);
    if (typeof entrance !== 'string') return refuse(response, entrance, options);
    if (entrance === 'other' && !options.takesOther()) return refuse(response, TOO_MANY, options);
    const letIn = { request, response, bodies: bodies[entrance], answer, options };
    void underNewId(() => answerRequest(entrance, letIn));
  };
}

const TOO_MANY = { status: 429, refusal: 'too many requests came at once; try again in a second.' } as const;

interface LetIn {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bodies: Bodies;
  readonly answer: AnswerRequest;
  readonly options: McpListenerOptions;
}

/** Never rejects: a fault of one request ends here. */
async function answerRequest(
  entrance: Entrance,
  { request, response, bodies, answer, options }: LetIn,
): Promise<void> {
  try {
    const body = await bodies.read(request);
    if (typeof body === 'number')
      return writeError(response, body, BODY_REFUSED[body], { connection: 'close' });
    const unsigned = refuseUnsigned(entrance, request, { body, signature: options.signature });
    if (unsigned !== undefined) return refuse(response, unsigned, options);
    const parsed = parseJson(body);
    if (parsed === undefined) return writeError(response, 400, 'The body must be JSON.', {}, PARSE_ERROR);
    // Each message of an array is a call, while limits count requests. MCP has none since its revision 2025-06-18.
    if (Array.isArray(parsed.value)) return writeError(response, 400, NO_ARRAY, {}, INVALID_REQUEST);
    await answer(entrance, request, response, parsed.value);
  } catch (error) {
    options.onFault(error);
    if (!response.headersSent) writeError(response, 500, 'Lectern could not answer this.');
    else response.end();
  }
}

const NO_ARRAY = 'Only one message a request is answered, and no array of them.';

const BODY_REFUSED = { 408: 'The body did not come in time.', 413: 'The body is too long.' } as const;

function parseJson(body: Buffer): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    // A SyntaxError says that it is no JSON, which anybody can send.
    return undefined;
  }
}

function refuse(
  response: ServerResponse,
  { status, refusal }: { readonly status: number; readonly refusal: string },
  { onRefusal, token }: McpListenerOptions,
): void {
  onRefusal(`A request to /mcp was refused with ${status}: ${refusal}`);
  writeError(response, status, `Refused: ${refusal}`, {
    ...(status === 401 && token !== undefined && { 'www-authenticate': 'Bearer' }),
    ...(status === 429 && { 'retry-after': '1' }),
    connection: 'close',
  });
}

/** JSON-RPC's codes for a body that is no JSON, for one that is no request, and one for errors of a server's own. */
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const SERVER_ERROR = -32000;

function writeError(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  code = SERVER_ERROR,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }));
}
