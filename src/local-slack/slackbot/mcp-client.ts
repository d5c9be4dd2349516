import { signRequest } from '../delivery/http.ts';
import { asObjects, isObject, type JsonObject, parseJson } from '../json.ts';

/** The person for whom Slackbot asks. */
export interface McpCaller {
  readonly userId: string;
  readonly teamId: string;
}

export interface McpServer {
  /** The app's `mcp_servers` entry in its manifest. */
  readonly url: string;
  readonly signingSecret: string;
}

const REVISION = '2026-07-28';

/**
 * Sends one request of the Model Context Protocol as Slack does: signed over the raw body, with the person in `_meta.slack`.
 * Throws if the app refuses it.
 */
export async function requestMcp(
  { url, signingSecret }: McpServer,
  { userId, teamId }: McpCaller,
  { method, params }: { readonly method: string; readonly params: JsonObject },
): Promise<JsonObject> {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': REVISION,
    'io.modelcontextprotocol/clientCapabilities': {},
    slack: { user_id: userId, team_id: teamId, enterprise_id: null },
  };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: meta } });
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': REVISION,
      'mcp-method': method,
      ...(typeof params.name === 'string' && { 'mcp-name': params.name }),
      // Apps compare a signature with the real time, whatever the workspace's clock says.
      ...signRequest(body, { secret: signingSecret, now: Date.now() }),
    },
    body,
  });
  const text = await response.text();
  const answer = readAnswer(text, response.headers.get('content-type') ?? '');
  if (isObject(answer) && isObject(answer.result)) return answer.result;
  throw new Error(`The app refused ${method} with ${response.status}: ${text}`);
}

/** Streamable HTTP: JSON, or a stream of events whose last one is the answer. */
function readAnswer(text: string, type: string): unknown {
  if (!type.startsWith('text/event-stream')) return parseJson(text);
  const events = text.split('\n').filter(line => line.startsWith('data:'));
  return asObjects(events.map(line => parseJson(line.slice('data:'.length)))).at(-1);
}
