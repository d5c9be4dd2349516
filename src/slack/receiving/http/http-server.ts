import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import type { App } from '@slack/bolt';
import { writeJson } from '../../views/blocks/write-json.ts';
import { batch, nextStep } from '../batch.ts';
import { door, type ProcessEvent } from '../door.ts';
import { pathOf } from '../health.ts';
import { outsideListener, startListening, stopServer, UPLOAD_LIMITS } from '../outside.ts';
import { reportFault } from '../report-fault.ts';
import { hasSlackSignature, isSignedBySlack } from '../signature.ts';
import type { ReceiverOptions, SlackServer } from '../slack-server.ts';
import { readBody } from './read-body.ts';

/** Far more than Slack sends. A longer body is refused while it is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/**
 * Brings Slack's requests to Bolt, as its own HTTPReceiver does: that one compares signatures by two more HMACs, reads each
 * form twice and sets a timer for each request, and it accepts timestamps of the future.
 */
export function httpServer(
  { logger, refusals, ...options }: ReceiverOptions,
  signingSecret: string,
): SlackServer {
  const others = outsideListener(options, () => 'http');
  const steps = { toAnswer: batch(), toLeave: batch() };
  let processEvent: ProcessEvent | undefined;
  const server = createServer(UPLOAD_LIMITS, (request, response) => {
    if (request.method !== 'POST' || pathOf(request) !== '/slack/events') return others(request, response);
    if (processEvent === undefined) return;
    const answering = { processEvent, signingSecret, logger, refusals, ...steps };
    void answerSlack(request, response, answering);
  });
  const open = () => startListening(server, options);
  const close = () => stopServer(server);
  const init = (app: App) => {
    processEvent = door(event => app.processEvent(event), { ...options, refusals });
  };
  return { receiver: { init, start: open, stop: close }, open, close };
}

interface Answering extends Pick<ReceiverOptions, 'logger' | 'refusals'> {
  readonly processEvent: ProcessEvent;
  readonly signingSecret: string;
  /** Requests that came together go from step to step together, and their answers leave together. */
  readonly toAnswer: () => Promise<void>;
  readonly toLeave: () => Promise<void>;
}

/** Hands a request to Bolt if Slack has signed it, and writes the answer. A request that nobody answers is 404. */
async function answerSlack(
  request: IncomingMessage,
  response: ServerResponse,
  { processEvent, signingSecret, logger, refusals, toAnswer, toLeave }: Answering,
): Promise<void> {
  try {
    const whole = await readBody(request, BODY_LIMIT_BYTES);
    await toAnswer();
    const read = readSigned(request, whole, signingSecret);
    if ('refusal' in read) {
      refusals.refuse(`A request was refused with ${read.status}: ${read.refusal}`);
      response.writeHead(read.status).end();
      return;
    }
    const { body } = read;
    await nextStep;
    const ack = (answer?: unknown) => acknowledge(response, { body, answer, toLeave });
    if (body.ssl_check === '1') await ack();
    else if (body.type === 'url_verification') await ack({ challenge: body.challenge });
    else await processEvent({ body, ack });
    if (!response.headersSent) response.writeHead(404).end();
  } catch (error) {
    // Slack sends an event three times more: at once, after a minute, and after five.
    const isTemporary = reportFault(error, 'refused with 503', { logger, refusals });
    if (!response.headersSent) response.writeHead(isTemporary ? 503 : 500).end();
  }
}

interface Acknowledging extends Pick<Answering, 'toLeave'> {
  readonly body: Body;
  readonly answer: unknown;
}

/** Throws if the answer to a command is lost, so that it goes to its response_url: people see of it only that it failed. */
async function acknowledge(
  response: ServerResponse,
  { body, answer, toLeave }: Acknowledging,
): Promise<void> {
  const json = typeof answer === 'object' && answer !== null ? writeJson(answer) : undefined;
  // Before the wait: a request without a head is answered with 404 when its listener is done, which may not wait for this.
  response.writeHead(200, json && { 'content-type': 'application/json', 'content-length': json.length });
  await toLeave();
  if (response.destroyed && answer !== undefined && 'command' in body)
    throw new Error('The connection was closed before a command was answered.');
  response.end(json ?? (answer || undefined));
}

type Body = Parameters<App['processEvent']>[0]['body'];

interface Refused {
  readonly status: number;
  readonly refusal: string;
}

/** Understands the body of a request once its signature is known to be good. */
function readSigned(
  request: IncomingMessage,
  whole: Buffer | 413 | 400,
  signingSecret: string,
): { readonly body: Body } | Refused {
  if (whole === 413) return { status: 413, refusal: 'its body is too long.' };
  if (whole === 400) return { status: 400, refusal: 'its body broke off.' };
  if (!isSignedBySlack(request.headers, whole, signingSecret))
    return SSL_CHECK.test(String(whole))
      ? { body: { ssl_check: '1' } }
      : { status: 401, refusal: refusalFor(request, whole, signingSecret) };
  try {
    const body: unknown = parseBody(String(whole), request.headers['content-type']);
    return typeof body === 'object' && body !== null
      ? { body }
      : { status: 400, refusal: 'its body is empty.' };
  } catch (error) {
    if (error instanceof SyntaxError) return { status: 400, refusal: 'its body is no JSON.' };
    throw error;
  }
}

/** A form, with a charset and in capitals or not, has the fields of a command or a payload of JSON; all else is JSON. */
function parseBody(text: string, type: string | undefined): unknown {
  if (type === undefined || !FORM.test(type)) return JSON.parse(text);
  const form = parseForm(text);
  return typeof form.payload === 'string' ? JSON.parse(form.payload) : form;
}

const FORM = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** Slack looks at the certificate of an address by a form that may be unsigned. */
const SSL_CHECK = /^(?:.*&)?ssl_check=1(?:&|$)/s;

/** If the clock of this machine is wrong, no request is signed now; somebody may also send an old one again. */
function refusalFor({ headers }: IncomingMessage, body: Buffer, signingSecret: string): string {
  return hasSlackSignature(headers, body, signingSecret)
    ? 'Slack signed it for another time. If there are many of these, set the clock of this machine.'
    : 'Slack has not signed it.';
}
