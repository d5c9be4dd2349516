import { talkId } from '../../mcp/talk-ids.ts';
import type { AnswerView, Tool } from '../../mcp/tool.ts';
import { getTalk } from '../../mcp/tools/get-talk.ts';
import { starTalk } from '../../mcp/tools/star-talk.ts';
import type { Talk } from '../../programme/talk.ts';
import type { ActionWriter } from '../views/actions/talk-buttons.ts';
import type { WrittenAction } from '../views/blocks/button.ts';

/** Slack's limit for the value of a button. */
const VALUE_LENGTH = 2000;

/** A call of a tool; undefined if it would not fit into a button, or if the tool would refuse its arguments. */
export function toolAction(tool: Tool, args: object): WrittenAction | undefined {
  const value = JSON.stringify(args);
  const isTaken = value.length <= VALUE_LENGTH && tool.input.safeParse(args).success;
  return isTaken ? { action: `tool:${tool.name}`, value } : undefined;
}

/** Writes a talk's actions as calls of tools. No tool shares a talk. */
export function toolActions({ asked: { programme, all } }: Pick<AnswerView, 'asked'>): ActionWriter {
  // A view may show a copy of a talk, with less of it.
  const idOf = (talk: Talk) => talkId({ talk: programme.talk(talk.id) ?? talk, programme }, all);
  return {
    details: talk => toolAction(getTalk, { id: idOf(talk) }),
    star: (talk, isStarred) => toolAction(starTalk, { id: idOf(talk), starred: !isStarred }),
    share: () => undefined,
  };
}
