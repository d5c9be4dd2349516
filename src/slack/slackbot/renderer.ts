import type { AnswerRenderer } from '../../mcp/server.ts';
import { shorten } from '../../text/display.ts';
import { lineMessage } from '../views/blocks/message.ts';
import type { ToolDrawer } from './drawer.ts';
import { drawAgenda } from './views/agenda.ts';
import { drawMyTalks } from './views/my-talks.ts';
import { drawPlan } from './views/plan.ts';
import { drawSearch } from './views/search.ts';
import { drawSpeakers } from './views/speakers.ts';
import { drawStar } from './views/star.ts';
import { drawTalk } from './views/talk.ts';

const DRAWERS: ReadonlyMap<string, ToolDrawer> = new Map(
  [drawSearch, drawAgenda, drawTalk, drawSpeakers, drawPlan, drawMyTalks, drawStar].map(drawer => [
    drawer.tool.name,
    drawer,
  ]),
);

const REFUSAL_LENGTH = 1000;

/**
 * Draws answers as Slackbot shows them: the rows of `/talk`, whose buttons call tools. Everything in them stands in the
 * answer for programs too, since a client may show either.
 */
export const slackbotRenderer: AnswerRenderer = {
  describe: ({ name }) => (DRAWERS.has(name) ? { slack: { supportsBlockKit: true } } : undefined),
  draw: ({ name }, answer, args) => {
    const { view } = answer;
    const drawer = DRAWERS.get(name);
    if (view === undefined || drawer === undefined) return undefined;
    return slackMeta(drawer.draw({ ...answer, view }, args));
  },
  drawRefusal: ({ says }) =>
    says === undefined ? undefined : slackMeta(lineMessage(shorten(says, REFUSAL_LENGTH)).blocks),
};

/** Slackbot refuses a list of blocks without any. */
function slackMeta(blocks: readonly unknown[]): ReturnType<AnswerRenderer['drawRefusal']> {
  return blocks.length === 0 ? undefined : { slack: { blocks } };
}
