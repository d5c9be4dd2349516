import type { types } from '@slack/bolt';
import { countUntold, type RankedWords, TOLD_FROM } from '../../../people/asked.ts';
import { formatDay } from '../../../programme/moment.ts';
import type { Talk } from '../../../programme/talk.ts';
import type { Digest } from '../../../store/digests.ts';
import type { DigestRecord } from '../../../store/insight/digest-records.ts';
import { formatCount, pluralise, shorten } from '../../../text/display.ts';
import { ACTION } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, paragraphsMessage } from '../blocks/message.ts';
import { aside, bold, channelName, type Inline, plain, richText, withBold } from '../blocks/rich-text.ts';
import { describeDigest } from '../digest/answers.ts';
import { remedyOf } from '../digest/owner.ts';
import { talkTitle } from '../row.ts';

/** Tells organisers what their audience looked for in the last seven days, and how digests fared. */
export interface Insight {
  /** The name of the conference; undefined if it has none. */
  readonly name: string | undefined;
  readonly searched: RankedWords;
  readonly unfound: RankedWords;
  readonly unanswered: RankedWords;
  /** Talks that enough people have starred, most starred first. */
  readonly starred: readonly StarredTalk[];
  /** Those of the workspace's channels; one in direct messages is its person's own. */
  readonly digests: readonly (DigestRecord & { readonly digest: Digest })[];
}

export interface StarredTalk {
  readonly talk: Talk;
  readonly count: number;
}

/** So many of each list; the file has all. */
const SHOWN = 10;
/** Their lines are longer: all of a message is to stay within what Slack takes. */
const DIGESTS_SHOWN = 5;
const DIGEST_LENGTH = 200;
const RECORD_LENGTH = 500;
const TITLE_LENGTH = 120;
const WORDS_LENGTH = 60;

const HOW_COUNTED = `Nobody knows who searched. The same words of one person count once a day, and words show from ${TOLD_FROM} on.`;

/** `again` are the words that ask for the same as a file. */
export function insightMessage(insight: Insight, again: string): Message {
  const title = `The last seven days${insight.name === undefined ? '' : ` at ${shorten(insight.name, TITLE_LENGTH)}`}`;
  const lists = [
    wordList('Searches', insight.searched),
    wordList('Searches that found nothing', insight.unfound),
    wordList('Questions without an answer', insight.unanswered, ANSWER_THEM),
    starList(insight.starred),
    digestList(insight.digests),
  ];
  return {
    // Heard, too, channels have their names.
    ...paragraphsMessage([
      [plain(title)],
      ...lists.flatMap(({ heading, lines }) => [[plain(heading)], ...lines]),
    ]),
    blocks: [
      richText([[bold(title)]]),
      aside(HOW_COUNTED),
      ...lists.map(({ heading, lines, below }) =>
        richText([[bold(heading)], ...lines, ...(below === undefined ? [] : [withBold(below)])]),
      ),
      actions([fileButton(again)]),
    ],
  };
}

interface List {
  readonly heading: string;
  readonly lines: readonly (readonly Inline[])[];
  /** Our own words. */
  readonly below?: string;
}

const ANSWER_THEM = 'To answer them, add `facts` to `conference.yml`.';

function wordList(heading: string, ranked: RankedWords, below?: string): List {
  const { total, words } = ranked;
  const others = countUntold(ranked);
  const shown = words.slice(0, SHOWN);
  const left = words.length - shown.length;
  const which = words.length === 0 ? 'All' : `Another ${formatCount(others)}`;
  return {
    heading: total === 0 ? `${heading}: none` : `${heading}: ${formatCount(total)}`,
    lines: [
      ...shown.map(({ words: asked, count }) => countLine(count, shorten(asked, WORDS_LENGTH))),
      ...(left > 0 ? [[plain(`And ${left} more in the file.`)]] : []),
      ...(others > 0 ? [[plain(`${which} in words that are not shown.`)]] : []),
    ],
    ...(below !== undefined && words.length > 0 && { below }),
  };
}

function starList(starred: readonly StarredTalk[]): List {
  const left = starred.length - SHOWN;
  return {
    heading: starred.length === 0 ? `Stars: no talk has ${TOLD_FROM} yet` : 'Stars by talk',
    lines: [
      ...starred
        .slice(0, SHOWN)
        .map(({ talk, count }) => countLine(count, shorten(talkTitle(talk), TITLE_LENGTH))),
      ...(left > 0 ? [[plain(`And ${left} more in the file.`)]] : []),
    ],
  };
}

function digestList(digests: Insight['digests']): List {
  const left = digests.length - DIGESTS_SHOWN;
  // Those with failures come to the front.
  const inOrder = digests.toSorted((a, b) => failuresOf(b) - failuresOf(a));
  return {
    heading: digests.length === 0 ? 'Digests: none' : 'Digests',
    lines: [
      ...inOrder
        .slice(0, DIGESTS_SHOWN)
        .map(record => [
          channelName(record.digest.channel),
          plain(
            `, ${shorten(describeDigest(record.digest), DIGEST_LENGTH)}: ${shorten(describeRecord(record), RECORD_LENGTH)}`,
          ),
        ]),
      ...(left > 0 ? [[plain(`And ${left} more in the file.`)]] : []),
    ],
  };
}

function failuresOf({ missed, unknown, refusals }: DigestRecord): number {
  return missed + unknown + refusals.length;
}

/** `7 messages posted, 1 missed (Tue 11 May). Lectern is not in that channel: type /invite @Lectern there.` */
export function describeRecord({
  posted,
  waiting,
  unknown,
  missed,
  missedDays,
  refusals,
}: DigestRecord): string {
  const days = missedDays.length === 0 ? '' : ` (${missedDays.map(formatDay).join(', ')})`;
  const counts = [
    posted === 0 ? 'nothing posted' : `${pluralise(posted, 'message')} posted`,
    waiting === 0 ? '' : `${waiting} waiting`,
    unknown === 0 ? '' : `${unknown} not confirmed by Slack`,
    missed === 0 ? '' : `${missed} missed${days}`,
  ];
  const sentences = refusals.map(reason => ` Refused by Slack: ${remedyOf(reason)}`).join('');
  const counted = counts.filter(part => part !== '').join(', ');
  return sentences === '' ? counted : `${counted}.${sentences}`;
}

function countLine(count: number, what: string): readonly Inline[] {
  return [plain(`${formatCount(count)} × `), plain(what)];
}

function fileButton(again: string): types.Button {
  return button({
    label: 'CSV file',
    action: ACTION.insightFile,
    value: again,
    says: 'Send me all of this as a CSV file',
  });
}
