import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
  types,
} from '@slack/bolt';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Loaded, ownTalk } from '../../search/loaded.ts';
import { StoreFault } from '../../store/store-fault.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { readTalkValue, type TalkOfProgramme } from '../button-values.ts';
import { showModal } from '../modals.ts';
import { memberIn, workspaceIn } from '../receiving/request-source.ts';
import { details, talkGone } from '../views/details.ts';
import { readTalkOption } from '../views/details-menu.ts';

/** *Details*: the whole talk in a modal, which needs no permission in the channel and takes no space in it. */
export function onDetailsButton(app: AppContext) {
  return async ({ action, ack, body, client, context }: Press<ButtonAction>): Promise<void> => {
    await ack();
    const found = readTalkValue(action.value ?? '', app.current(workspaceIn(context)));
    await showModal(
      await detailsView(found, app, memberIn(context, body.user.id), context.scopes),
      body,
      client,
    );
  };
}

/** *Details of...*: the talk that was chosen, in a modal. */
export function onDetailsMenu(app: AppContext) {
  return async ({ action, ack, body, client, context }: Press<StaticSelectAction>): Promise<void> => {
    await ack();
    const found = readTalkOption(action.selected_option.value, app.current(workspaceIn(context)));
    await showModal(
      await detailsView(found, app, memberIn(context, body.user.id), context.scopes),
      body,
      client,
    );
  };
}

type Press<Action extends ButtonAction | StaticSelectAction> = SlackActionMiddlewareArgs<
  BlockAction<Action>
> &
  AllMiddlewareArgs;

/** A conference that is not the current one is indexed aside, and if a person is faster than that, now. */
function loadedOf(programme: Programme, current: Loaded): Loaded {
  return current.others.find(other => !other.isAlong && other.programme === programme)?.open() ?? current;
}

async function detailsView(
  found: TalkOfProgramme | undefined,
  app: AppContext,
  member: Member,
  scopes: readonly string[] | undefined,
): Promise<types.ModalView> {
  if (found === undefined) return talkGone();
  const { reader: known } = await contextFor(member, 'apart', app);
  const reader = { ...known, files: app.canSendFiles(scopes) };
  const current = app.current(member.workspace);
  const starCount = await countStars(ownTalk(found, current), app, member);
  return details(found.talk, loadedOf(found.programme, current), reader, starCount);
}

/** Without the database nobody is counted. */
async function countStars(
  { talk, programme }: TalkOfProgramme,
  { stars }: AppContext,
  { workspace }: Member,
): Promise<number> {
  try {
    return await stars.countOf({ workspace, conference: conferenceKey(programme.conference), talk: talk.id });
  } catch (error) {
    if (error instanceof StoreFault) return 0;
    throw error;
  }
}
