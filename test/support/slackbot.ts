import { RESULTS_A_PAGE } from '../../src/conversation/paging.ts';
import { checkHouseRules } from '../../src/local-slack/block-kit/house-rules.ts';
import { checkToolResult, readToolCall, type ToolCall } from '../../src/local-slack/block-kit/tool-result.ts';
import { isRefusal } from '../../src/mcp/refusal.ts';
import type { CallContext, Tool, ToolAnswer } from '../../src/mcp/tool.ts';
import { ALL_TOOLS } from '../../src/mcp/tools/all-tools.ts';
import { conferenceKey } from '../../src/programme/conference.ts';
import type { Loaded } from '../../src/search/loaded.ts';
import { slackbotRenderer } from '../../src/slack/slackbot/renderer.ts';

type Block = { readonly type: string; readonly elements?: readonly unknown[] };

/** A result of a tool as Slackbot would show it. */
interface SlackbotResult {
  /** None if the answer is not drawn. */
  readonly blocks: readonly Block[];
  readonly refusal: string | undefined;
  /** The rules of Slackbot and of our own that it breaks, and whether people get nothing where they should. */
  readonly problems: readonly string[];
}

/** Somebody whom Slack names, and who has starred these talks: each seventh unless it is said. */
export function slackbotContext(
  loaded: Loaded,
  now = Date.UTC(2027, 4, 11),
  starred: ReadonlySet<string> = eachSeventh(loaded),
): CallContext {
  const stars = new Map([[conferenceKey(loaded.programme.conference), starred]]);
  return {
    answering: {
      ...loaded,
      now,
      prefix: '',
      resultsMax: RESULTS_A_PAGE,
      reader: { zone: undefined, place: 'apart', stars },
    },
    person: { workspace: 'T1', person: 'U1', keepStar: async () => true },
  };
}

function eachSeventh({ programme }: Loaded): ReadonlySet<string> {
  return new Set(programme.talks.filter((_, place) => place % 7 === 0).map(({ id }) => id));
}

/** Calls a tool and draws what it says, without the protocol. Throws if it does not take the arguments. */
export async function callFromSlackbot(
  name: string,
  args: object,
  context: CallContext,
): Promise<SlackbotResult> {
  const tool = ALL_TOOLS.find(each => each.name === name);
  if (tool === undefined) throw new Error(`There is no tool ${name}.`);
  const parsed = tool.input.parse(args);
  const outcome = await tool.answer(parsed, context);
  if (isRefusal(outcome)) {
    const meta = slackbotRenderer.drawRefusal(outcome);
    const problems = problemsOf(meta, outcome.says !== undefined);
    return { blocks: blocksIn(meta), refusal: outcome.refusal, problems };
  }
  const meta = slackbotRenderer.draw(tool, outcome, parsed);
  return {
    blocks: blocksIn(meta),
    refusal: undefined,
    problems: problemsOf(meta, isForPeople(tool, outcome)),
  };
}

/** What a model is told to do in another way has no view, and a list of conferences nothing to press. */
function isForPeople({ name }: Tool, { view }: ToolAnswer): boolean {
  return view !== undefined && name !== 'list_conferences';
}

/** Everything that is wrong with what Slackbot would show of an answer; a button that its tool refuses, too. */
export function slackbotProblems(tool: Tool, answer: ToolAnswer, args: unknown): readonly string[] {
  const meta = slackbotRenderer.draw(tool, answer, args);
  const blocks = blocksIn(meta);
  const refused = callsIn(blocks).filter(
    call =>
      ALL_TOOLS.find(({ name }) => name === call.tool)?.input.safeParse(call.arguments).success !== true,
  );
  return [
    ...problemsOf(meta, isForPeople(tool, answer)),
    ...refused.map(call => `refused: ${JSON.stringify(call)}`),
  ];
}

type Meta = Readonly<Record<string, unknown>> | undefined;

/** As they are sent. */
function blocksIn(meta: Meta): readonly Block[] {
  const { blocks = [] } = (meta?.slack ?? {}) as { readonly blocks?: readonly Block[] };
  return JSON.parse(JSON.stringify(blocks));
}

/** An answer that draws nothing says so by having no `_meta.slack`: Slackbot refuses an empty list of blocks. */
function problemsOf(meta: Meta, isShown: boolean): readonly string[] {
  if (meta?.slack === undefined) return isShown ? ['nothing is drawn'] : [];
  const blocks = blocksIn(meta);
  const text = 'The text of a result is its JSON.';
  return [...checkToolResult(blocks), ...checkHouseRules({ text, blocks })].map(
    ({ path, rule }) => `${path}: ${rule}`,
  );
}

/** The calls that the buttons make, each once. */
function callsIn(blocks: readonly Block[]): readonly ToolCall[] {
  const elements = blocks.flatMap(block => (block.type === 'actions' ? (block.elements ?? []) : []));
  const calls = elements.flatMap(element => readToolCall(element as Record<string, unknown>) ?? []);
  return [...new Map(calls.map(call => [JSON.stringify(call), call])).values()];
}

/** So many of an answer's buttons are pressed, from both ends. */
const PRESSED = 6;

/** Calls a tool and presses buttons of its answer; returns everything that is wrong, and the blocks of the answer. */
export async function pressAll(name: string, args: object, context: CallContext) {
  const { blocks, problems: own } = await callFromSlackbot(name, args, context);
  const wrong = own.map(problem => `${name} ${JSON.stringify(args)}: ${problem}`);
  const calls = callsIn(blocks);
  for (const call of new Set([...calls.slice(0, PRESSED / 2), ...calls.slice(-PRESSED / 2)])) {
    const pressed = await callFromSlackbot(call.tool, call.arguments, context);
    const problems = [
      ...pressed.problems,
      ...(pressed.refusal === undefined ? [] : [pressed.refusal]),
      ...(pressed.blocks.length === 0 ? ['nothing would be shown'] : []),
    ];
    wrong.push(...problems.map(problem => `${name} > ${JSON.stringify(call)}: ${problem}`));
  }
  return { wrong, blocks };
}
