import type { types } from '@slack/bolt';
import type { AlertMatch, DigestMessages, NamedAlert, NoticeContext } from '../../../digests/messages.ts';
import type { Change } from '../../../programme/changes.ts';
import { describeDifference } from '../../../programme/describe-change.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Talk } from '../../../programme/talk.ts';
import { listSome, pluralise, shorten } from '../../../text/display.ts';
import { groupByEach } from '../../../text/keys.ts';
import { ACTION } from '../../action-ids.ts';
import { messageActions } from '../actions/message-actions.ts';
import { detailsButton, starButton } from '../actions/talk-buttons.ts';
import { actions } from '../blocks/button.ts';
import { fitLines, type Message, message } from '../blocks/message.ts';
import { aside, bold, type Inline, plain, richText, safeUrl } from '../blocks/rich-text.ts';
import { factsLine } from '../facts-line.ts';
import { rateButton } from '../feedback/rate-talks.ts';
import { factsOf, talkTitle } from '../row.ts';
import { formatDateAndTime, ownDateAndTime } from '../when-and-where.ts';
import { nameAlert, removeAlertButton } from './alerts.ts';
import { stopChangesButton } from './changes-stopped.ts';

/** Stands before all that is told in a rehearsal. */
export const REHEARSAL = 'Rehearsal: ';

/** So many talks a person still reads in one message; the others are counted. */
const TALKS_MAX = 10;
const TITLE_LENGTH = 150;
const DIFFERENCE_LENGTH = 300;

/** Reminds by the date and time and not in minutes, since it may be read later. */
export function starredSoon(
  sessions: readonly Session[],
  { folder, rehearsal, zone, feedback }: Parameters<DigestMessages['starredSoon']>[1],
): Message {
  const [first] = sessions;
  const shown = sessions.slice(0, TALKS_MAX);
  const at = first === undefined ? '' : formatDateAndTime(first.slot.start);
  const title = `${rehearsal ? REHEARSAL : ''}${sessions.length === 1 ? 'Your talk starts' : 'Your talks start'} on ${at}`;
  return message(
    [
      richText([[bold(title), ...(first === undefined ? [] : ownDateAndTime(first.slot, zone))]]),
      ...shown.flatMap(({ talk, slot }) => [
        richText([[bold(talkTitle(talk))], [plain(soonFacts(talk, slot.rooms))], streamLine(talk)]),
        talkActions(talk, folder, { canRate: feedback }),
      ]),
      ...leftOut(sessions.length - shown.length),
    ],
    fitLines(
      [title],
      sessions.map(({ talk, slot }) => `${talkTitle(talk)}, ${soonFacts(talk, slot.rooms)}`),
    ),
  );
}

function soonFacts({ speakers }: Talk, rooms: readonly string[]): string {
  return factsLine({ speakers, time: '', shortTime: '', place: rooms.join(', '), names: 'last' });
}

function streamLine({ links }: Talk): readonly Inline[] {
  const stream = links.find(({ kind }) => kind === 'video');
  const url = stream && safeUrl(stream.url);
  return url === undefined ? [] : [{ type: 'link', url, text: 'Watch it live' }];
}

export function changesHeading(talks: number, rehearsal: boolean): string {
  const what = talks === 1 ? 'A talk you starred has changed' : 'Talks you starred have changed';
  return `${rehearsal ? REHEARSAL : ''}${what}`;
}

/** Each talk with what is new of it; what was is named only where it differs. */
export function starredChanged(changes: readonly Change[], { folder, rehearsal }: NoticeContext): Message {
  const byTalk = [...groupByEach(changes, ({ talk }) => [talk.id]).values()];
  const shown = byTalk.slice(0, TALKS_MAX);
  const title = changesHeading(byTalk.length, rehearsal);
  return message(
    [
      richText([[bold(title)]]),
      ...shown.flatMap(([first, ...others]) =>
        first === undefined
          ? []
          : [
              richText([
                [bold(titleOf(first.talk))],
                ...[first, ...others].map(change => [plain(differenceOf(change))]),
              ]),
              talkActions(first.talk, folder),
            ],
      ),
      ...leftOut(byTalk.length - shown.length),
      actions([stopChangesButton()]),
    ],
    fitLines(
      [title],
      byTalk.map(
        those =>
          `${those[0] === undefined ? '' : titleOf(those[0].talk)}: ${those.map(differenceOf).join('; ')}`,
      ),
    ),
  );
}

/** Without the word CANCELLED, which the line below has. */
function titleOf({ title }: Talk): string {
  return shorten(title, TITLE_LENGTH);
}

function differenceOf(change: Change): string {
  return shorten(describeDifference(change), DIFFERENCE_LENGTH);
}

function talkActions(
  talk: Talk,
  folder: string,
  { isStarred = true, canRate = false }: { readonly isStarred?: boolean; readonly canRate?: boolean } = {},
): types.ActionsBlock {
  const writer = messageActions(folder);
  return actions([
    ...detailsButton(talk, writer),
    ...starButton(talk, isStarred, writer),
    ...(canRate ? [rateButton(talk, folder, 'Rate afterwards')] : []),
  ]);
}

function leftOut(count: number, how = 'type /talk mine'): readonly types.ContextBlock[] {
  return count === 0 ? [] : [aside(`And ${pluralise(count, 'more talk')}: ${how}.`)];
}

/** Slack's limit for the label of a button. */
const LABEL_LENGTH = 75;
/** So many alerts are named in a message. */
const ALERTS_MAX = 5;

/** Tells of talks that match what somebody waits for: all of them in one message, whichever of their alerts they match. */
export function alertFound(
  matches: readonly AlertMatch[],
  { rehearsal }: Pick<NoticeContext, 'rehearsal'>,
): Message {
  const shown = matches.slice(0, TALKS_MAX);
  const alerts = [...new Set(matches.flatMap(match => match.alerts))];
  const title = `${rehearsal ? REHEARSAL : ''}${describeMatches(matches)}`;
  const named = nameAlerts(alerts);
  const your = new Set(alerts.map(({ words }) => words)).size === 1 ? ' your alert ' : ' your alerts ';
  const matching = (match: AlertMatch) =>
    alerts.length === 1 ? [] : [plain('Matches '), bold(nameAlerts(match.alerts))];
  return message(
    [
      richText([[bold(title), plain(your), bold(named)]]),
      ...shown.flatMap(match => [
        richText([[bold(talkTitle(match.talk))], [plain(matchFacts(match))], matching(match)]),
        talkActions(match.talk, match.folder, { isStarred: false }),
      ]),
      ...leftOut(matches.length - shown.length, 'type /talk and the words of your alert'),
      actions(removeAlertButtons(alerts.slice(0, ALERTS_MAX))),
    ],
    fitLines(
      [`${title}${your}${named}`],
      matches.map(match => [talkTitle(match.talk), matchFacts(match)].filter(Boolean).join(', ')),
    ),
  );
}

function describeMatches(matches: readonly AlertMatch[]): string {
  const fresh = matches.filter(({ isNew }) => isNew).length;
  const [talk, talks] =
    fresh === matches.length ? ['A new talk', 'new talks'] : ['A changed talk now', 'changed talks now'];
  if (matches.length === 1) return `${talk} matches`;
  return fresh === 0 || fresh === matches.length
    ? `${matches.length} ${talks} match`
    : `${matches.length} new or changed talks match`;
}

function matchFacts({ talk }: AlertMatch): string {
  return factsOf(talk, 'weekday and date');
}

function nameAlerts(alerts: readonly NamedAlert[]): string {
  // The same words may be awaited at several conferences.
  const names = [...new Set(alerts.map(({ words, programme }) => nameAlert(words, programme)))];
  return names.length === 2 ? names.join(' and ') : listSome(names, ALERTS_MAX);
}

function removeAlertButtons(alerts: readonly NamedAlert[]): readonly types.Button[] {
  const isOneConference = new Set(alerts.map(({ programme }) => programme.conference.folder)).size === 1;
  return alerts.map(({ words, programme }, place) => {
    const { name } = programme.conference;
    const remove = removeAlertButton(words, programme, alerts.length === 1 ? 'alone' : 'among others');
    const label = isOneConference || name === undefined ? remove.text.text : `${remove.text.text} at ${name}`;
    return {
      ...remove,
      text: { ...remove.text, text: shorten(label, LABEL_LENGTH) },
      action_id: `${ACTION.alertRemove}:${place}`,
    };
  });
}
