import type { Change } from '../programme/changes.ts';
import type { Programme } from '../programme/programme.ts';
import type { Session } from '../programme/sessions.ts';
import type { Slot, Talk } from '../programme/talk.ts';
import type { Loaded } from '../search/loaded.ts';
import type { Delivery, Message } from '../store/delivery.ts';
import type { Digest } from '../store/digests.ts';
import type { Language } from '../words/languages.ts';
import type { PostTime } from './compose/relative-day.ts';
import type { OnStage } from './rooms/on-stage.ts';

/** All messages that digests make. Each function is pure. */
export interface DigestMessages {
  readonly compose: Compose;
  /** The reply in the thread of a day that was posted. */
  changes(digest: Digest, changes: readonly Change[], of: ChangesContext): Message;
  /** The message that tells changes in the channel itself, by day. */
  announcement(digest: Digest, changes: readonly Change[], rehearsal: boolean): Message;
  /** The notice before talks that begin at the same time. */
  reminder(digest: Digest, sessions: readonly Session[], context: NoticeContext): Message;
  /** Reminds a person of talks they starred, which begin at the same time. */
  starredSoon(
    sessions: readonly Session[],
    context: NoticeContext & {
      /** The person's, IANA; undefined if it is not known. */
      readonly zone: string | undefined;
      /** Whether the talks may be rated once they are over. */
      readonly feedback: boolean;
    },
  ): Message;
  /** Tells a person how talks they starred have changed; several changes of a talk follow each other. */
  starredChanged(changes: readonly Change[], context: NoticeContext): Message;
  /** Tells a person of all talks that match what they wait for. */
  alertFound(matches: readonly AlertMatch[], context: Pick<NoticeContext, 'rehearsal'>): Message;
  /** The notice in a room's channel before a session, in whose thread people ask; without a slot it does not take place. */
  roomTalk(
    session: { readonly talk: Talk; readonly slot: Slot | undefined },
    context: NoticeContext & {
      readonly room: { readonly room: string; readonly stream: string | undefined };
      /** The day on which it stands there; only others are named. */
      readonly day: string;
      readonly language: Language;
    },
  ): Message;
  /** The reply in its thread. */
  roomChanges(
    changes: readonly Change[],
    of: Pick<ChangesContext, 'rehearsal'> & { readonly language: Language },
  ): Message;
  /** The words for the topic of a room's channel, empty if nothing is on any more; they have no blocks. */
  roomTopic(stage: OnStage, language: Language): Message;
  /** Tells an organiser why nothing is posted in a room's channel, or its topic is not set. */
  roomRefused(about: RefusedInRoom, channel: string, reason: string): Message;
  /** One message of several of the two above, the oldest at the front; undefined if they are too much for one. */
  joinNotices(notices: readonly Message[]): Message | undefined;
  /** Replaces a part that is empty now, since its talks moved to other parts or days. */
  emptyPart(digest: Digest, part: 'first' | 'reply'): Message;
  /** Marks a message as possibly repeated. */
  markRepeated(message: Message, language: Language): Message;
  /** Asks the owner whether this message arrived. The buttons carry the delivery's key. */
  question(digest: Digest, delivery: Delivery): Message;
  /** Replaces the question after it was settled. */
  settledQuestion(delivery: Delivery, how: 'posted' | 'there' | 'repeated'): Message;
  /** Tells the owner that these days were not posted, and how to make up for `stillOfUse` if it is one of them. */
  missedNotice(digest: Digest, days: readonly string[], stillOfUse: string): Message;
  /** One message of several of these, the oldest at the front; undefined if they are too much for one. */
  joinMissed(notices: readonly Message[]): Message | undefined;
  /** Tells the owner why Slack refuses (`not_in_channel`...), how to mend that, and whether the digest is paused. */
  refusedNotice(digest: Digest, reason: string, paused: boolean): Message;
  /** Tells the owner that every talk of a conference without times has had its turn. */
  endNotice(digest: Digest): Message;
}

/** Slack may refuse all that is due in a room's channel, or one kind of it. */
export type RefusedInRoom = 'channel' | 'topic' | 'notice';

export interface ChangesContext {
  /** The day in whose thread they are told. */
  readonly day: string;
  readonly rehearsal: boolean;
}

/** `folder` is that of the talks' conference. */
export interface NoticeContext {
  readonly folder: string;
  readonly rehearsal: boolean;
}

/** A talk that matches what a person waits for. */
export interface AlertMatch {
  readonly talk: Talk;
  /** That of the talk's conference. */
  readonly folder: string;
  /** False if it was there before and matches since it changed. */
  readonly isNew: boolean;
  /** The person's alerts that it matches. */
  readonly alerts: readonly NamedAlert[];
}

/** The words of an alert, with the programme that has the names by which people know its rooms and tracks. */
export interface NamedAlert {
  readonly words: string;
  readonly programme: Programme;
}

/** Makes the parts that tell of a day; returns none if there is nothing to tell. */
export type Compose = (digest: Digest, day: string, context: DayContext) => readonly DayPart[];

/** One message of a day: the first stands in the channel, the others in its thread. */
export interface DayPart {
  readonly message: Message;
  /** The ids of the talks that it tells of: they are watched for changes, and have had their turn. */
  readonly talks: readonly string[];
}

export interface DayContext {
  readonly loaded: Loaded;
  readonly posted: PostTime;
  /** The changes since the digest's last post, of talks that it is about. */
  readonly changes: readonly Change[];
  /** The day on which that was posted, unless it was on the day before this one: digests may skip days. */
  readonly changedSince?: string | undefined;
  /** The ids of the talks that this digest told of on other days; empty if the conference has times. */
  readonly toldTalks: ReadonlySet<string>;
  /** True if the day is only rehearsed; every message then says so. */
  readonly rehearsal: boolean;
  /** The time zone of the one person who reads a preview, if it is known: their times stand beside others only where they differ. */
  readonly readerZone?: string | undefined;
}
