/** A profile as `node --cpu-prof` writes it, as far as it is read here. Times are in microseconds. */
export interface CpuProfile {
  readonly startTime: number;
  readonly nodes: readonly ProfileNode[];
  /** The ids of the nodes that ran, one a sample. */
  readonly samples: readonly number[];
  /** The time from the sample before, or from the start, to each sample. */
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: CallFrame;
  readonly children?: readonly number[];
}

/** A function, by the place where it begins: lines and columns count from 0. */
export interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** A function, and what ran in it and in all that it called. */
export interface Frame {
  readonly name: string;
  /** The path of its source; "" of what is in no file. */
  readonly source: string;
  /** Its share of all time in which something ran. */
  readonly share: number;
  /** The largest first. */
  readonly calls: readonly Frame[];
}

/** The parts of an answer, in the order in which they happen. */
export const MEANINGS = [
  'receiving',
  'Bolt',
  'listening',
  'store',
  'reading the words',
  'searching',
  'summary',
  'drawing',
  'writing',
  'garbage',
  'event loop',
] as const;

export type Meaning = (typeof MEANINGS)[number];

/** Sources by what they are for. The first that fits counts; sources that fit none work for their caller. */
const SOURCES: readonly (readonly [RegExp, Meaning])[] = [
  [/ \(garbage collector\)$/, 'garbage'],
  [
    /^node:(?:_http_outgoing |\S+ .*(?:[wW]rite|[fF]inish))|@slack\/bolt\/.* (?:buildContentResponse|ack)$/,
    'writing',
  ],
  [/^src\/slack\/views\/blocks\/(?:write-json\.ts |shared\.ts sharedJsonOf$)/, 'writing'],
  [/^src\/slack\/receiving\/|^node:(?:_http_|internal\/stream_base|net )|\/raw-body\//, 'receiving'],
  [/\/@slack\//, 'Bolt'],
  [/^src\/search\/summary\//, 'summary'],
  [/^src\/search\/query\//, 'reading the words'],
  [/^src\/conversation\/(?:answer|results|paging|agenda\/\S+|widening)\.ts /, 'searching'],
  [/^src\/conversation\//, 'reading the words'],
  [/^src\/search\/(?!text\/)/, 'searching'],
  [/^src\/slack\/views\//, 'drawing'],
  [/^src\/store\//, 'store'],
  [/^src\/(?:slack|live|wiring|digests)\//, 'listening'],
];

/**
 * Sums up what ran between two times, in microseconds of the machine's clock: a tree for each meaning, with the functions
 * that were called for it. `sourceOf` has the path of the source in which a function stands.
 */
export function sumByMeaning(
  profile: CpuProfile,
  { from, to, sourceOf }: { from: number; to: number; sourceOf: (at: CallFrame) => string },
): ReadonlyMap<Meaning, Frame> {
  const stacks = stacksOf(profile, sourceOf);
  const sums = new Map(MEANINGS.map(meaning => [meaning, newSum(meaning, '')]));
  let time = profile.startTime;
  let all = 0;
  profile.samples.forEach((id, place) => {
    time += profile.timeDeltas[place] ?? 0;
    const stack = stacks.get(id);
    if (time < from || time > to || stack === undefined || stack.isIdle) return;
    // A function ran until the next sample.
    const ran = profile.timeDeltas[place + 1] ?? 0;
    all += ran;
    const sum = sums.get(stack.meaning);
    if (sum !== undefined) add(sum, stack.frames, ran);
  });
  return new Map([...sums].map(([meaning, sum]) => [meaning, frameOf(sum, all)]));
}

/** The end of a stack: the functions that were called for one meaning. */
interface Stack {
  readonly meaning: Meaning;
  readonly frames: readonly Pick<Frame, 'name' | 'source'>[];
  readonly isIdle: boolean;
}

function stacksOf({ nodes }: CpuProfile, sourceOf: (at: CallFrame) => string): ReadonlyMap<number, Stack> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const stacks = new Map<number, Stack>();
  const visit = (node: ProfileNode, above: Stack) => {
    const stack = below(above, node.callFrame, sourceOf(node.callFrame));
    stacks.set(node.id, stack);
    for (const child of node.children ?? []) {
      const called = byId.get(child);
      if (called !== undefined) visit(called, stack);
    }
  };
  const root = nodes[0];
  if (root !== undefined) visit(root, { meaning: 'event loop', frames: [], isIdle: false });
  return stacks;
}

function below(above: Stack, { functionName }: CallFrame, source: string): Stack {
  if (functionName === '(root)') return above;
  const name = nameOf(functionName, source);
  const meaning = SOURCES.find(([pattern]) => pattern.test(`${source} ${name}`))?.[1] ?? above.meaning;
  const isIdle = functionName === '(idle)';
  const last = above.frames.at(-1);
  if (meaning !== above.meaning) return { meaning, frames: [{ name, source }], isIdle };
  // A function that calls itself is one frame.
  if (last?.name === name && last.source === source) return above;
  return { meaning, frames: [...above.frames, { name, source }], isIdle };
}

/** A function without a name has that of its file; a number is what the bundler told two of one name apart by. */
function nameOf(functionName: string, source: string): string {
  return functionName === '' ? (source.split('/').at(-1) ?? '') : functionName.replace(/\$\d+$/, '');
}

interface Sum {
  readonly name: string;
  readonly source: string;
  time: number;
  readonly calls: Map<string, Sum>;
}

function newSum(name: string, source: string): Sum {
  return { name, source, time: 0, calls: new Map() };
}

function add(sum: Sum, frames: Stack['frames'], time: number): void {
  sum.time += time;
  let inner = sum;
  for (const { name, source } of frames) {
    const key = `${source} ${name}`;
    const called = inner.calls.get(key) ?? newSum(name, source);
    inner.calls.set(key, called);
    called.time += time;
    inner = called;
  }
}

function frameOf({ name, source, time, calls }: Sum, all: number): Frame {
  const inner = [...calls.values()].sort((a, b) => b.time - a.time).map(call => frameOf(call, all));
  return { name, source, share: time / all, calls: inner };
}
