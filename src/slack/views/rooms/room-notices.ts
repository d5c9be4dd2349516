import type { DigestMessages, RefusedInRoom } from '../../../digests/messages.ts';
import type { OnStage } from '../../../digests/rooms/on-stage.ts';
import { describeDifference } from '../../../programme/describe-change.ts';
import { formatSlot, formatTimes, timeOf } from '../../../programme/moment.ts';
import type { TimedSession } from '../../../programme/sessions.ts';
import { type Slot, speakerNames } from '../../../programme/talk.ts';
import { shorten } from '../../../text/display.ts';
import { fold } from '../../../text/fold.ts';
import { wordsIn } from '../../../words/catalogue.ts';
import type { Language } from '../../../words/languages.ts';
import type { Words } from '../../../words/words.ts';
import { type Message, message, paragraphsMessage } from '../blocks/message.ts';
import { bold, channelName, type Inline, plain, richText, safeUrl } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { headed } from '../digest/heading.ts';
import { remedyOf } from '../digest/owner.ts';
import { ownTime } from '../when-and-where.ts';

const TITLE_LENGTH = 300;
const FACTS_LENGTH = 500;
const CHANGE_LENGTH = 500;
/** A topic has 250 characters for all. */
const TOPIC_TITLE_LENGTH = 80;
/** Talks at the same time are named as long as they fit. */
const TOPIC_NOW_LENGTH = 120;

/** The notice in a room's channel before a talk: the root of the thread in which people ask. */
export const roomTalk: DigestMessages['roomTalk'] = (
  { talk, slot },
  { room: { room, stream }, day, folder, language, rehearsal },
) => {
  const words = wordsIn(language);
  // A talk that still has other times is no longer given at this one.
  const isCancelled = talk.status === 'cancelled' || (slot === undefined && talk.slots.length > 0);
  const own = shorten(talk.title, TITLE_LENGTH);
  const title = headed(isCancelled ? words.sessions.cancelled(own) : own, rehearsal, words);
  const who = speakerNames(talk);
  const when = slot === undefined ? words.changes.notScheduled : whenOn(day, slot, words);
  const facts = [isCancelled ? '' : when, slot?.rooms.join(', ') ?? '', who].filter(Boolean).join(' · ');
  const line = shorten(facts, FACTS_LENGTH);
  const question = who === '' ? words.rooms.questions : words.rooms.questionsFor(shorten(who, FACTS_LENGTH));
  const isOn = slot !== undefined && !isCancelled;
  // The stream of this room does not show another one.
  const isHere = isOn && slot.rooms.some(each => fold(each) === fold(room));
  const url = isHere && stream !== undefined ? safeUrl(stream) : undefined;
  return message(
    [
      richText([
        [bold(title)],
        [plain(line), ...(isOn ? ownTime(slot, undefined, undefined, words) : [])],
        ...(url === undefined ? [] : [[streamLink(url, words)]]),
        ...(isOn ? [[plain(question)]] : []),
      ]),
      detailsMenu([{ talk, label: own }], folder, words),
    ],
    [
      title,
      line,
      ...(url === undefined ? [] : [`${words.rooms.stream}: ${url}`]),
      ...(isOn ? [question] : []),
    ]
      .filter(Boolean)
      .join('\n'),
  );
};

function whenOn(day: string, slot: Slot, words: Words): string {
  return slot.day === day ? formatTimes(slot, words) : formatSlot(slot, words);
}

function streamLink(url: string, { rooms }: Words): Inline {
  return { type: 'link', url, text: rooms.stream };
}

/** The reply in that thread. */
export const roomChanges: DigestMessages['roomChanges'] = (changes, { language, rehearsal }) => {
  const words = wordsIn(language);
  const lines = changes.map(change => shorten(describeDifference(change, words), CHANGE_LENGTH));
  const said = [headed(lines[0] ?? '', rehearsal, words), ...lines.slice(1)];
  return message([richText(said.map(line => [plain(line)]))], said.join('\n'));
};

/** `Now: Fog (until 11:00) · Next: Lamps, 11:30` */
export function roomTopic({ now, next }: OnStage, language: Language): Message {
  const words = wordsIn(language);
  const { rooms } = words;
  const said = [
    ...(now.length === 0 ? [] : [rooms.now(namesOf(now, words))]),
    ...(next === undefined ? [] : [rooms.next(titleOf(next), timeOf(next.slot.start))]),
  ];
  return message([], said.join(' · '));
}

function namesOf(sessions: readonly TimedSession[], { rooms, sessions: { andMore } }: Words): string {
  const names = sessions.map(session => {
    // The programme may not say when a talk ends.
    const { end } = session.slot;
    return end === undefined ? titleOf(session) : rooms.until(titleOf(session), timeOf(end));
  });
  const fitting = names.filter(
    (_, place) => place === 0 || names.slice(0, place + 1).join(', ').length <= TOPIC_NOW_LENGTH,
  );
  const more = names.length - fitting.length;
  return more === 0 ? names.join(', ') : andMore(fitting.join(', '), more);
}

function titleOf({ talk }: TimedSession): string {
  return shorten(talk.title, TOPIC_TITLE_LENGTH);
}

/** Tells an organiser what to do for a room's channel. */
export function roomRefused(about: RefusedInRoom, channel: string, reason: string): Message {
  const remedy =
    reason === 'missing_scope'
      ? 'Lectern lacks the scopes for it. docs/operators.md names them; without them, topics stay as they are.'
      : remedyOf(reason, 'name another one in conference.yml');
  return paragraphsMessage([
    [plain(REFUSED[about]), channelName(channel), plain(`. ${remedy} You are told this once.`)],
  ]);
}

const REFUSED: Readonly<Record<RefusedInRoom, string>> = {
  channel: 'A room’s channel gets neither notices nor a topic: ',
  topic: 'The topic of a room’s channel cannot be set: ',
  notice: 'A room’s channel gets no notices: ',
};
