import { expect, test } from 'vitest';
import { type Frame, type Meaning, sumByMeaning } from '../../bench/profile.ts';

/** A stack a line, the outermost function first, each as `function|source`; a sample of each, a millisecond apart. */
function profileOf(...stacks: readonly string[]) {
  const nodes: { id: number; callFrame: ReturnType<typeof frameOf>; children: number[] }[] = [
    { id: 0, callFrame: frameOf('(root)|'), children: [] },
  ];
  const samples = stacks.map(stack => {
    let above = 0;
    for (const called of stack.split(' ')) {
      const id = nodes.length;
      nodes.push({ id, callFrame: frameOf(called), children: [] });
      nodes[above]?.children.push(id);
      above = id;
    }
    return above;
  });
  return { startTime: 0, nodes, samples: [...samples, 0], timeDeltas: [...stacks.map(() => 1000), 1000] };
}

function frameOf(called: string) {
  const [functionName = '', url = ''] = called.split('|');
  return { functionName: functionName.replaceAll('_', ' '), url, lineNumber: 0, columnNumber: 0 };
}

function shares(stacks: readonly string[], { from = 0, to = 1_000_000 } = {}): Record<string, unknown> {
  const sums = sumByMeaning(profileOf(...stacks), { from, to, sourceOf: ({ url }) => url });
  return Object.fromEntries([...sums].filter(([, { share }]) => share > 0).map(shown));
}

function shown([name, frame]: readonly [Meaning | string, Frame]): readonly [string, unknown] {
  const inner = Object.fromEntries(frame.calls.map(call => shown([call.name, call])));
  return [name, frame.calls.length === 0 ? frame.share : [frame.share, inner]];
}

test('gives what ran to the part of the answer that it ran for', () => {
  expect(
    shares([
      'next|x/node_modules/@slack/bolt/App.js answer|src/conversation/answer.ts fold|src/text/fold.ts',
      'next|x/node_modules/@slack/bolt/App.js answer|src/conversation/answer.ts',
      'next|x/node_modules/@slack/bolt/App.js summarise|src/search/summary/summarise.ts fold|src/text/fold.ts',
      'ack|x/node_modules/@slack/bolt/HTTPResponseAck.js end|node:_http_outgoing',
    ]),
  ).toEqual({
    searching: [0.5, { answer: [0.5, { fold: 0.25 }] }],
    summary: [0.25, { summarise: [0.25, { fold: 0.25 }] }],
    writing: [0.25, { ack: [0.25, { end: 0.25 }] }],
  });
});

test('the JSON of an answer belongs to writing it, although views know its parts', () => {
  expect(
    shares([
      'talkRow|src/slack/views/row.ts',
      'acknowledge|src/slack/receiving/http/http-server.ts writeJson|src/slack/views/blocks/write-json.ts',
    ]),
  ).toEqual({ drawing: [0.5, { talkRow: 0.5 }], writing: [0.5, { writeJson: 0.5 }] });
});

test('counts neither idle time nor what ran before and after', () => {
  const stacks = [
    'find|src/search/find.ts',
    '(idle)|',
    '(garbage_collector)|',
    'find|src/search/find.ts',
    'results|src/slack/views/results.ts',
  ];
  expect(shares(stacks, { from: 1500, to: 4500 })).toEqual({
    searching: [0.5, { find: 0.5 }],
    garbage: [0.5, { '(garbage collector)': 0.5 }],
  });
});

test('draws a function that calls itself once, and names one without a name by its file', () => {
  expect(shares(['walk|src/search/find.ts walk|src/search/find.ts |src/text/remember.ts'])).toEqual({
    searching: [1, { walk: [1, { 'remember.ts': 1 }] }],
  });
});
