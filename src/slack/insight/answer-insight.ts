import type { webApi } from '@slack/bolt';
import { inConference } from '../../conversation/conference.ts';
import type { Answering } from '../../conversation/context.ts';
import type { PersonalAnswer } from '../../conversation/mine/personal-answer.ts';
import { rankAsked, TOLD_FROM } from '../../people/asked.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { conferencesOf } from '../../search/loaded.ts';
import { shorten } from '../../text/display.ts';
import { compare } from '../../text/keys.ts';
import type { AppContext } from '../app-context.ts';
import { lineMessage, type Message } from '../views/blocks/message.ts';
import { isDirectMessage } from '../views/blocks/rich-text.ts';
import { type Insight, insightMessage, type StarredTalk } from '../views/insight/insight.ts';
import { insightCsv } from '../views/insight/insight-file.ts';
import { organisersOnly } from '../views/insight/organisers-only.ts';
import { organisesInTime } from './organisers.ts';
import { sendSheet } from './send-sheet.ts';

const NAME_LENGTH = 100;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** `/talk insight`, and the same as a file. */
export async function answerInsight(
  { context, isFile, unknown }: Omit<Extract<PersonalAnswer, { readonly kind: 'insight' }>, 'kind'>,
  member: Member,
  { app, client }: { readonly app: AppContext; readonly client: webApi.WebClient },
): Promise<Message> {
  const isOrganiser = await organisesInTime(member, app);
  if (isOrganiser !== true)
    return organisersOnly(
      'insight',
      isOrganiser === undefined ? undefined : app.digests.organisersOf(member.workspace),
    );
  if (unknown !== undefined) return lineMessage(unknown);
  const insight = await gatherInsight(member.workspace, context, app);
  const { name = '' } = insight;
  // By the time the button is pressed, another conference may be current.
  const isOne = conferencesOf(context).length === 1 || name === '';
  if (!isFile) return insightMessage(insight, `${isOne ? context.prefix : inConference(name)}insight csv`);
  const title = name === '' ? 'Insight' : `Insight at ${shorten(name, NAME_LENGTH)}`;
  const sheet = { name: 'insight.csv', title, text: insightCsv(insight) };
  return sendSheet(sheet, member.person, client);
}

async function gatherInsight(workspace: string, context: Answering, app: AppContext): Promise<Insight> {
  // The last askings of this process are among them.
  await app.asked.flush();
  const { conference } = context.programme;
  const { store } = app.digests;
  const [counts, starred, all] = await Promise.all([
    app.askedWords.lastWeek({ workspace, conference: conferenceKey(conference) }),
    starredTalks(workspace, context, app),
    store.digests.inWorkspace(workspace),
  ]);
  const digests = all.filter(({ channel }) => !isDirectMessage(channel));
  const to = app.now();
  const records = await app.digestRecords.between(digests, { from: to - WEEK_MS, to });
  const byId = new Map(records.map(record => [record.id, record]));
  return {
    name: conference.name,
    searched: rankAsked(counts, ['found', 'none']),
    unfound: rankAsked(counts, ['none']),
    unanswered: rankAsked(counts, ['no fact']),
    starred,
    digests: digests.flatMap(digest => {
      const record = byId.get(digest.id);
      return record === undefined ? [] : [{ ...record, digest }];
    }),
  };
}

/** Stars are kept by each conference that answers. */
async function starredTalks(
  workspace: string,
  { programme, joined = [programme] }: Pick<Answering, 'programme' | 'joined'>,
  { stars }: Pick<AppContext, 'stars'>,
): Promise<readonly StarredTalk[]> {
  const found = await Promise.all(
    joined.map(async own => {
      const counts = await stars.countsOf(
        { workspace, conference: conferenceKey(own.conference) },
        TOLD_FROM,
      );
      return counts.flatMap(({ talk: id, count }) => {
        const talk = own.talk(id);
        return talk === undefined ? [] : [{ talk, count }];
      });
    }),
  );
  return found.flat().sort((a, b) => b.count - a.count || compare(a.talk.title, b.talk.title));
}
