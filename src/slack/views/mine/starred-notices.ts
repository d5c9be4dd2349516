import type { types } from '@slack/bolt';
import type { AlertContext, NoticeContext } from '../../../digests/messages.ts';
import { type Change, describeDifference } from '../../../programme/changes.ts';
import { timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Talk } from '../../../programme/talk.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { groupByEach } from '../../../text/keys.ts';
import { ACTION } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { fitLines, type Message, message } from '../blocks/message.ts';
import { aside, bold, type Inline, plain, richText, safeUrl } from '../blocks/rich-text.ts';
import { factsLine } from '../facts-line.ts';
import { factsOf, talkTitle } from '../row.ts';
import { detailsButton, starButton } from '../talk-buttons.ts';
import { ownTime } from '../when-and-where.ts';
import { nameAlert, removeAlertButton } from './alerts.ts';

/** So many talks a person still reads in one message; the others are counted. */
const TALKS_MAX = 10;
const TITLE_LENGTH = 150;
const DIFFERENCE_LENGTH = 300;

/** Reminds by the time and not in minutes, since it may be read later. */
export function starredSoon(sessions: readonly Session[], { folder, rehearsal }: NoticeContext): Message {
  const [first] = sessions;
  const shown = sessions.slice(0, TALKS_MAX);
  const at = first === undefined ? '' : timeOf(first.slot.start);
  const title = `${rehearsal ? 'Rehearsal: ' : ''}${sessions.length === 1 ? 'Your talk starts' : 'Your talks start'} at ${at}`;
  return message(
    [
      richText([[bold(title), ...(first === undefined ? [] : ownTime(first.slot, undefined))]]),
      ...shown.flatMap(({ talk, slot }) => [
        richText([[bold(talkTitle(talk))], [plain(soonFacts(talk, slot.rooms))], streamLine(talk)]),
        talkActions(talk, folder),
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

/** Each talk with what is new of it; what was is named only where it differs. */
export function starredChanged(changes: readonly Change[], { folder, rehearsal }: NoticeContext): Message {
  const byTalk = [...groupByEach(changes, ({ talk }) => [talk.id]).values()];
  const shown = byTalk.slice(0, TALKS_MAX);
  const what = byTalk.length === 1 ? 'A talk you starred has changed' : 'Talks you starred have changed';
  const title = `${rehearsal ? 'Rehearsal: ' : ''}${what}`;
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
      actions([
        button({
          label: 'Stop these',
          action: ACTION.stopChanges,
          value: 'off',
          says: 'Stop messages about changes of my talks',
        }),
      ]),
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

function talkActions(talk: Talk, folder: string): types.ActionsBlock {
  return actions([
    detailsButton(talk, folder),
    starButton(talk, folder, { isStarred: true, place: 'elsewhere' }),
  ]);
}

function leftOut(count: number): readonly types.ContextBlock[] {
  return count === 0 ? [] : [aside(`And ${pluralise(count, 'more talk')}: /talk mine`)];
}

/** Tells of talks that match what somebody waits for. */
export function alertFound(
  words: string,
  talks: readonly Talk[],
  { folder, programme, rehearsal }: AlertContext,
): Message {
  const shown = talks.slice(0, TALKS_MAX);
  const what = talks.length === 1 ? 'A new talk matches' : `${talks.length} new talks match`;
  const title = `${rehearsal ? 'Rehearsal: ' : ''}${what}`;
  const awaited = nameAlert(words, programme);
  return message(
    [
      richText([[bold(title), plain(' your alert '), bold(awaited)]]),
      ...shown.flatMap(talk => [
        richText([[bold(talkTitle(talk))], [plain(factsOf(talk, 'date'))]]),
        actions([
          detailsButton(talk, folder),
          starButton(talk, folder, { isStarred: false, place: 'elsewhere' }),
        ]),
      ]),
      ...leftOut(talks.length - shown.length),
      actions([removeAlertButton(words, programme)]),
    ],
    fitLines(
      [`${title} your alert ${awaited}`],
      talks.map(talk => [talkTitle(talk), factsOf(talk, 'date')].filter(Boolean).join(', ')),
    ),
  );
}
