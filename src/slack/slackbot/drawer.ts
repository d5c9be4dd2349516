import type { types } from '@slack/bolt';
import type { z } from 'zod';
import type { AnswerView, ShownTalk, Tool, ToolAnswer, TypedTool } from '../../mcp/tool.ts';

/** An answer of a tool, typed by its schemas. */
export interface DrawableAnswer<Args, Structured> {
  readonly args: Args;
  readonly structured: Structured;
  readonly shown: readonly ShownTalk[];
  readonly view: AnswerView;
}

/** Draws the answers of one tool. */
export interface ToolDrawer {
  readonly tool: Tool;
  /** `args` are those that the tool has parsed. */
  draw(answer: ToolAnswer & { readonly view: AnswerView }, args: unknown): types.KnownBlock[];
}

export function drawerOf<Input extends z.ZodType, Output extends z.ZodType>(
  tool: TypedTool<Input, Output>,
  draw: (answer: DrawableAnswer<z.output<Input>, z.output<Output>>) => readonly types.KnownBlock[],
): ToolDrawer {
  return {
    tool,
    draw: ({ structured, shown, view }, args) => [
      ...draw({
        args: args as z.output<Input>,
        structured: structured as z.output<Output>,
        shown,
        view,
      }),
    ],
  };
}

/** The answers of a tool as its drawer gets them. */
export type AnswerOf<T extends Tool> =
  T extends TypedTool<infer Input, infer Output> ? DrawableAnswer<z.output<Input>, z.output<Output>> : never;
