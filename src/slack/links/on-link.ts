import type { AllMiddlewareArgs, BlockAction, Context, SlackEventMiddlewareArgs } from '@slack/bolt';
import { type AppContext, contextFor } from '../app-context.ts';
import type { TalkOfProgramme } from '../button-values.ts';
import { memberIn, workspaceIn } from '../receiving/request-source.ts';
import { findCardTalk, findLinkedTalk, withChanges } from './find-linked-talk.ts';
import type { PreviewWorkspace, UnfurlTarget } from './link-previews.ts';
import { type TalkEntity, talkCard, talkPane } from './talk-entity.ts';

/** More cards than that below one message would push the conversation away. */
const CARDS_MAX = 5;

/** A talk's address was posted, or typed and not sent yet: shows a card below it. Other links stay as they are. */
export function onLinkShared(app: AppContext) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'link_shared'> & AllMiddlewareArgs): Promise<void> => {
    const loaded = app.current(workspaceIn(context));
    const linked = new Map<TalkOfProgramme['talk'], TalkOfProgramme & { readonly url: string }>();
    for (const { url } of event.links ?? []) {
      const found = await findLinkedTalk(url, loaded);
      if (found === undefined || linked.has(found.talk)) continue;
      linked.set(found.talk, { ...found, url });
      if (linked.size === CARDS_MAX) break;
    }
    if (linked.size === 0) return;
    const urls = [...linked.values()].map(({ url }) => url);
    const talks = await withChanges([...linked.values()], app);
    const cards = talks.map((talk, at) => talkCard(talk, urls[at] ?? ''));
    await app.previews.unfurl(targetOf(event), cards, previewWorkspace(context));
  };
}

/** A text that is not sent yet is known by its `unfurl_id` alone. */
function targetOf({
  unfurl_id: id,
  source,
  channel,
  message_ts: ts,
}: SlackEventMiddlewareArgs<'link_shared'>['event']): UnfurlTarget {
  return id !== undefined && (source === 'composer' || source === 'conversations_history')
    ? { unfurl_id: id, source }
    : { channel, ts };
}

/** A person opened a card: fills the pane beside the conversation. */
export function onEntityDetails(app: AppContext) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'entity_details_requested'> & AllMiddlewareArgs): Promise<void> => {
    const { user, trigger_id: trigger, entity_url: page, external_ref: ref } = event;
    const url = event.app_unfurl_url ?? event.link?.url ?? page ?? '';
    await presentTalk({ url, id: ref?.id ?? '' }, { user, trigger, context, app });
    await app.readers.learn(memberIn(context, user));
  };
}

/** The work object in whose pane a button was pressed; undefined if the button is elsewhere. */
export function cardInPane({
  container,
}: BlockAction): { readonly url: string; readonly id: string } | undefined {
  const { type, entity_url: page, app_unfurl_url: url = page, external_ref: ref } = container;
  return type === 'entity_detail' ? { url: String(url ?? ''), id: String(ref?.id ?? '') } : undefined;
}

/** Fills a pane anew, as after a button in it was pressed. A trigger is used up by that. */
export async function presentTalk(
  card: { readonly url: string; readonly id: string },
  {
    user,
    trigger,
    context,
    app,
  }: { readonly user: string; readonly trigger: string; readonly context: Context; readonly app: AppContext },
): Promise<void> {
  const member = memberIn(context, user);
  const found = await findCardTalk(card, app.current(member.workspace));
  const { reader } = await contextFor(member, 'apart', app);
  const [changed] = found === undefined ? [] : await withChanges([found], app);
  const pane = changed && talkPane(changed, { pastedUrl: card.url, reader });
  await app.previews.present(trigger, pane && { ...pane, ...keptId(card.id) }, previewWorkspace(context));
}

/** Slack refuses a pane with another id than its card has, and the talk's may have changed since. */
function keptId(id: string): Pick<TalkEntity, 'external_ref'> | undefined {
  return id === '' ? undefined : { external_ref: { id } };
}

function previewWorkspace(context: Context): PreviewWorkspace {
  return { workspace: workspaceIn(context), token: context.botToken };
}
