import type {
  AllMiddlewareArgs,
  RespondArguments,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  webApi,
} from '@slack/bolt';
import { type Answer, answer, answerWithoutOrders, isPersonal } from '../../conversation/answer.ts';
import type { Answering } from '../../conversation/context.ts';
import type { PersonalAnswer } from '../../conversation/mine/personal-answer.ts';
import type { Member } from '../../people/stars.ts';
import { underSameId } from '../../text/work-id.ts';
import { type AppContext, contextFor, contextForEveryone, contextNow } from '../app-context.ts';
import type { Requester } from '../digest/context.ts';
import { answerInChannels } from '../digest/elsewhere.ts';
import { acknowledgeWith } from '../digest/late-answer.ts';
import { type MarkedOrder, readMarkedOrder } from '../digest/marked-order.ts';
import type { Asker } from '../insight/asked-counter.ts';
import { nextStep } from '../receiving/batch.ts';
import { memberIn, workspaceIn } from '../receiving/request-source.ts';
import { readTypedWords } from '../typed-words.ts';
import { answerAside, answerMessage } from '../views/answer.ts';
import type { Message } from '../views/blocks/message.ts';
import { newsMessage } from '../views/news.ts';
import { answerDigestCommand } from './digest.ts';
import { answerFollowUp } from './follow-up.ts';
import { readNews } from './home.ts';
import { answerPersonal } from './personal.ts';
import { answerSettingsCommand } from './settings.ts';

/**
 * `/talk ceph`. The search takes less than a millisecond, so the answer is the acknowledgement itself: it costs no
 * further request, and needs neither a scope nor membership of the channel.
 */
export function onTalkCommand(app: AppContext) {
  return (args: CommandArguments): Promise<void> => {
    const by = memberIn(args.context, args.command.user_id);
    const asking = contextNow(by, 'channel', app);
    if (asking !== undefined) return answerCommand(asking, { by, app, args });
    return underSameId(async () => answerCommand(await contextFor(by, 'channel', app), { by, app, args }));
  };
}

type CommandArguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

interface TypedCommand {
  readonly by: Member;
  readonly app: AppContext;
  readonly args: CommandArguments;
}

/**
 * The acknowledgement that answers `/talk`; undefined if that needs Slack, or a database that does not tell at once. Only what
 * is answered counts.
 */
export async function answerTalkAtOnce(
  text: string | undefined,
  by: Member,
  app: AppContext,
): Promise<object | undefined> {
  const asking = contextNow(by, 'channel', app);
  if (asking === undefined) return undefined;
  await nextStep;
  const began = performance.now();
  const answered = answer(readTypedWords(readMarkedOrder(text).words), asking);
  if (mustBeCarriedOut(answered)) return undefined;
  const took = performance.now() - began;
  await nextStep;
  const message = answerAside(answered);
  await nextStep;
  count(answered, took, { by, app });
  return message;
}

/** Its log needs an id only if it does more than answer. */
async function answerCommand(asking: Answering, { by, app, args }: TypedCommand): Promise<void> {
  const marked = readMarkedOrder(args.command.text);
  const answered = answerTyped(readTypedWords(marked.words), asking, { by, app });
  if (mustBeCarriedOut(answered)) return underSameId(() => carryOut(answered, marked, { by, app, args }));
  // Bolt hands it on as it is.
  await args.ack(answerAside(answered) as RespondArguments);
  await app.readers.learn(by);
}

/** Answers that need Slack or the database. */
type Task = Extract<Answer, { kind: 'digest' | 'settings' }> | PersonalAnswer;

function mustBeCarriedOut(answered: Answer): answered is Task {
  return answered.kind === 'digest' || answered.kind === 'settings' || isPersonal(answered);
}

async function carryOut(answered: Task, marked: MarkedOrder, { by, app, args }: TypedCommand): Promise<void> {
  if (answered.kind === 'digest') await answerDigestCommand({ request: answered.digest, marked }, app, args);
  else if (answered.kind === 'settings') await answerSettingsCommand(app, args);
  else
    await acknowledgeWith(
      answerPersonal(answered, by, { app, client: args.client }),
      app.answerWithinMs,
      args,
    );
  await app.readers.learn(by);
}

interface Counting {
  readonly by: Asker;
  readonly app: Pick<AppContext, 'asked' | 'observer'>;
}

/** Answers words that a person typed themselves, and counts them. */
function answerTyped(words: string, asking: Answering, counting: Counting): Answer {
  const began = performance.now();
  const answered = answer(words, asking);
  count(answered, performance.now() - began, counting);
  return answered;
}

function count(answered: Answer, ms: number, { by, app: { asked, observer } }: Counting): void {
  observer?.answered(answered.kind, ms);
  asked.hear(answered, by);
}

/** `@Lectern ceph` in a channel: the top three in the thread, for everyone there, so no button changes what others see. */
export function onMention(app: AppContext) {
  return async ({
    event,
    say,
    client,
    context,
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    if (event.bot_id !== undefined || event.edited !== undefined || event.subtype !== undefined) return;
    const thread = { thread_ts: event.thread_ts ?? event.ts };
    // Slack shows a message to one person in a thread only where the thread has replies.
    const aside = event.thread_ts === undefined ? {} : thread;
    const marked = readMarkedOrder(event.text);
    const words = readTypedWords(marked.words);
    const { user, channel } = event;
    const workspace = workspaceIn(context);
    const answered = answerTyped(words, contextForEveryone(workspace, app), {
      by: { workspace, person: user },
      app,
    });
    if (answered.kind === 'mine' && user !== undefined) {
      const own = answerWithoutOrders(words, await contextFor({ workspace, person: user }, 'channel', app));
      await client.chat.postEphemeral({ channel, user, ...aside, ...answerMessage(own) });
      return;
    }
    if (answered.kind === 'news' && answered.isDay) {
      const news = await readNews(app, answered.context);
      await say({ ...newsMessage(news, answered, answered.context), ...thread });
      return;
    }
    if (isPersonal(answered)) {
      if (user === undefined) return;
      const own = await answerPersonal(answered, { workspace, person: user }, { app, client });
      await client.chat.postEphemeral({ channel, user, ...aside, ...own });
      return;
    }
    if (answered.kind !== 'digest') await say({ ...answerMessage(answered), ...thread });
    else if (user === undefined)
      await say({
        ...answerMessage(answerWithoutOrders(words, contextForEveryone(workspace, app))),
        ...thread,
      });
    else {
      const by = { user, channel, workspace };
      const own = await answerInChannels(answered.digest, { by, marked }, app);
      await client.chat.postEphemeral({ channel, user, ...aside, ...own });
    }
  };
}

/** Plain words in a direct message are a search. Messages of bots, edits and other events of a message are not. */
export function onDirectMessage(app: AppContext) {
  return async ({
    event,
    say,
    client,
    context,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    const by = { user: event.user, channel: event.channel, workspace: workspaceIn(context) };
    const marked = readMarkedOrder(event.text);
    const words = readTypedWords(marked.words);
    const followed = await answerFollowUp(words, event, { app, client, workspace: by.workspace });
    const message = followed ?? (await answerByItself(words, { by, marked }, { app, client }));
    await say({ ...message, ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }) });
    await app.readers.learn(memberIn(context, event.user));
  };
}

/** Answers the words of a direct message that follow no answer. */
async function answerByItself(
  words: string,
  { by, marked }: { readonly by: Requester; readonly marked: MarkedOrder },
  { app, client }: { readonly app: AppContext; readonly client: webApi.WebClient },
): Promise<Message> {
  const member = { workspace: by.workspace, person: by.user };
  const answered = answerTyped(words, await contextFor(member, 'apart', app), { by: member, app });
  if (isPersonal(answered)) return answerPersonal(answered, member, { app, client });
  return answered.kind === 'digest'
    ? answerInChannels(answered.digest, { by, marked }, app)
    : answerMessage(answered);
}
