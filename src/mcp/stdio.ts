import { type Readable, Transform, type TransformCallback, type Writable } from 'node:stream';
import { parseJSONRPCMessage } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Loaded } from '../search/loaded.ts';
import { readNobody } from './caller.ts';
import { type AssistantOptions, createAssistantServer } from './server.ts';

interface StdioOptions extends Pick<AssistantOptions, 'version' | 'onFault'> {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Gets a sentence on a line of the input that is no message; it has been answered. */
  readonly onMistake: (sentence: string) => void;
  readonly current: () => Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Serves one assistant on this machine, for whom nobody is known. Resolves when the connection is closed. */
export async function serveOverStdio({
  stdin,
  stdout,
  onMistake,
  current,
  now,
  ...options
}: StdioOptions): Promise<void> {
  const readCaller = readNobody(current, now);
  const refuse = ({ code, message, sentence }: Mistake) => {
    onMistake(sentence);
    stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message } })}\n`);
  };
  const messages = stdin.pipe(new MessageLines(refuse));
  stdin.once('close', () => messages.end());
  const transport = new StdioServerTransport(messages, stdout);
  const serving = serveStdio(() => createAssistantServer({ ...options, readCaller, arePeopleKnown: false }), {
    transport,
    onerror: options.onFault,
    // Nothing tells of changes.
    maxSubscriptions: 0,
  });
  await closed(transport);
  await serving.close();
  stdin.unpipe(messages);
}

/** JSON-RPC 2.0, section 5.1. */
interface Mistake {
  readonly code: number;
  readonly message: string;
  /** For the log. It repeats nothing of the line. */
  readonly sentence: string;
}

const NOT_JSON: Mistake = {
  code: -32700,
  message: 'Parse error: the line is not JSON',
  sentence: 'The assistant sent a line that is not JSON; it was answered with an error.',
};

const NO_MESSAGE: Mistake = {
  code: -32600,
  message: 'Invalid Request: the line is not a JSON-RPC 2.0 message',
  sentence: 'The assistant sent JSON that is not a message of JSON-RPC 2.0; it was answered with an error.',
};

/** In bytes. The SDK's transport ends the connection at a line that is longer. */
const LINE_MAX = 10 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** Passes on the lines that are messages, each whole: the SDK's transport answers no others. */
class MessageLines extends Transform {
  readonly #refuse: (mistake: Mistake) => void;
  #begun: Buffer[] = [];
  #length = 0;

  constructor(refuse: (mistake: Mistake) => void) {
    super();
    this.#refuse = refuse;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      this.#hold(chunk.subarray(from, end + 1));
      this.#judge(this.#take());
      from = end + 1;
    }
    this.#hold(chunk.subarray(from));
    if (this.#length > LINE_MAX) this.push(this.#take());
    done();
  }

  #hold(part: Buffer): void {
    this.#begun.push(part);
    this.#length += part.length;
  }

  #take(): Buffer {
    const whole = Buffer.concat(this.#begun);
    this.#begun = [];
    this.#length = 0;
    return whole;
  }

  #judge(line: Buffer): void {
    const text = line.toString();
    if (text.trim() === '') return;
    const mistake = mistakeIn(text);
    if (mistake === undefined) this.push(line);
    else this.#refuse(mistake);
  }
}

function mistakeIn(line: string): Mistake | undefined {
  try {
    parseJSONRPCMessage(JSON.parse(line));
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError ? NOT_JSON : NO_MESSAGE;
  }
}

/** The input has ended, or the SDK has closed the wire itself, as after a line that is too long. */
function closed(transport: StdioServerTransport): Promise<void> {
  const { onclose } = transport;
  return new Promise(resolve => {
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
}
