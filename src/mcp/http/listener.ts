import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { underNewId } from '../../text/work-id.ts';
import { chooseEntrance, type DoorKeys, type Entrance, refuseForeign, refuseUnsigned } from './door.ts';
import { readBody } from './read-body.ts';

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
  /** Takes one of a few sentences, without anything that was sent. */
  readonly onRefusal: (kind: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** Each may ask the database something. Clients try again. */
const AT_ONCE = 20;

/** Answers `POST /mcp`. Nothing is read or loaded for a request that nothing lets in. */
export function mcpListener(options: McpListenerOptions): RequestListener {
  let loading: Promise<AnswerRequest> | undefined;
  let running = 0;
  const load = () => {
    loading ??= options.load();
    return loading;
  };
  return (request, response) => {
    const foreign = refuseForeign(request, options);
    if (foreign !== undefined) return refuse(response, foreign, options);
    if (request.method !== 'POST')
      return writeError(response, 405, 'Only POST is answered here.', { allow: 'POST' });
    const entrance = chooseEntrance(request, options);
    if (typeof entrance !== 'string') return refuse(response, entrance, options);
    if (running >= AT_ONCE)
      return writeError(response, 503, 'Lectern answers others; please try again.', { 'retry-after': '1' });
    running += 1;
    void underNewId(() => answerRequest(entrance, { request, response, load, options })).finally(() => {
      running -= 1;
    });
  };
}

interface LetIn {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly load: () => Promise<AnswerRequest>;
  readonly options: McpListenerOptions;
}

/** Never rejects: a fault of one request ends here. */
async function answerRequest(entrance: Entrance, { request, response, load, options }: LetIn): Promise<void> {
  try {
    const body = await readBody(request);
    if (typeof body === 'number')
      return writeError(response, body, BODY_REFUSED[body], { connection: 'close' });
    const unsigned = refuseUnsigned(entrance, request, { body, isSigned: options.isSigned });
    if (unsigned !== undefined) return refuse(response, unsigned, options);
    const parsed = parseJson(body);
    if (parsed === undefined) return writeError(response, 400, 'The body must be JSON.', {}, PARSE_ERROR);
    const answer = await load();
    await answer(entrance, request, response, parsed.value);
  } catch (error) {
    options.onFault(error);
    if (!response.headersSent) writeError(response, 500, 'Lectern could not answer this.');
    else response.end();
  }
}

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
  const ask = status === 401 && token !== undefined ? { 'www-authenticate': 'Bearer' } : {};
  writeError(response, status, `Refused: ${refusal}`, { ...ask, connection: 'close' });
}

/** JSON-RPC's code for a body that is no JSON, and one for errors of a server's own. */
const PARSE_ERROR = -32700;
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
