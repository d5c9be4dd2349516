import { signRequest } from '../../src/local-slack/delivery/http.ts';

export function callOf(name: string, args: object = {}, slack?: object) {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
    ...(slack && { slack }),
  };
  return JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name, arguments: args, _meta: meta },
  });
}

export function headersFor(body: string): Record<string, string> {
  const { method, params } = JSON.parse(body) as { method: string; params: { name?: string } };
  return {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': method,
    ...(params.name !== undefined && { 'mcp-name': params.name }),
  };
}

export async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { method: 'POST', body, headers: { ...headersFor(body), ...headers } });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}

/** As Slack sends it for a person. */
export function signed(url: string, body: string, secret: string) {
  return post(url, body, signRequest(body, { secret, now: Date.now() }));
}
