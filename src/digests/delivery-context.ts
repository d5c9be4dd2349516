import type { Logger } from 'pino';
import type { Member } from '../people/stars.ts';
import { conferenceKey } from '../programme/conference.ts';
import type { Programme } from '../programme/programme.ts';
import { conferencesOf, type Loaded } from '../search/loaded.ts';
import type { Delivery, Message, MessageAddress } from '../store/delivery.ts';
import { writePart } from '../store/delivery-part.ts';
import type { Store } from '../store/open.ts';
import { remember } from '../text/remember.ts';
import type { DigestMessages } from './messages.ts';

/** Everything that delivery gets from outside. */
export interface DeliveryContext {
  readonly store: Store;
  /** All that is loaded now. Must be called each time, since a reload makes a new programme. */
  readonly current: () => Loaded;
  /** The same as a workspace sees it. */
  readonly currentIn: (workspace: string) => Loaded;
  /** Whether it is known which conferences workspaces chose to see. Before, nothing is planned. */
  readonly areChoicesKnown: () => boolean;
  /** Keeps a programme as it was read, and the same with the vanished talks as cancelled: people know of those. */
  readonly remember: (read: Programme, whole: Programme) => Promise<void>;
  readonly messages: DigestMessages;
  /** The time zone of a person, IANA; undefined if Slack does not tell. */
  readonly zoneOf: (member: Member) => Promise<string | undefined>;
  readonly post: Post;
  readonly edit: Edit;
  readonly setTopic: SetTopic;
  /** The one workspace whose token the configuration has; undefined if there are many, or if Slack has not told yet. */
  readonly homeWorkspace: () => string | undefined;
  /** The ids of the people who organise in a workspace; undefined if that is not known yet. */
  readonly organisersOf: (workspace: string) => readonly string[] | undefined;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1, as Math.random returns it. */
  readonly random: () => number;
  /** True if a day is only rehearsed. */
  readonly rehearsal: boolean;
  readonly log: Logger;
}

/** Whether somebody's workspace sees a conference. Each workspace is asked once. */
export function isSeenBy(
  programme: Programme,
  { currentIn }: Pick<DeliveryContext, 'currentIn'>,
): (member: Member) => boolean {
  const key = conferenceKey(programme.conference);
  const sees = remember(workspace =>
    conferencesOf(currentIn(workspace)).some(({ conference }) => conferenceKey(conference) === key),
  );
  return ({ workspace }) => sees(workspace);
}

/** Those whose workspace sees a conference. */
export function whoSee<Someone extends Member>(
  programme: Programme,
  people: readonly Someone[],
  context: Pick<DeliveryContext, 'currentIn'>,
): readonly Someone[] {
  return people.filter(isSeenBy(programme, context));
}

/** The result of a post or an edit, as far as it can be known. */
export type Outcome =
  | ({ readonly kind: 'posted' } & MessageAddress)
  /** It certainly did not arrive; another attempt will help after a while. */
  | { readonly kind: 'refused'; readonly retryAfterMs: number | undefined; readonly reason: string }
  /** It certainly did not arrive, and will not before a person does something (`not_in_channel`). */
  | { readonly kind: 'forbidden'; readonly reason: string }
  /** It certainly did not arrive, and never will: Lectern is no longer installed in the workspace. */
  | { readonly kind: 'uninstalled'; readonly reason: string }
  /** It certainly did not arrive, and nothing will there before Lectern is installed again, or its token can be read. */
  | { readonly kind: 'revoked'; readonly reason: string }
  /** It was sent, and Slack did not answer. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Posts once, without another attempt. A person's id is the channel of their direct messages. Never throws. */
export type Post = (
  channel: string,
  message: Message,
  to: { readonly workspace: string; readonly threadTs: string | undefined },
) => Promise<Outcome>;

/** Replaces a message that was posted. Never throws. */
export type Edit = (
  at: MessageAddress,
  message: Message,
  inside: { readonly workspace: string },
) => Promise<Outcome>;

/** Puts these words, escaped, behind those of people in the topic of a channel, or takes Lectern's away if they are empty. Never throws. */
export type SetTopic = (
  channel: string,
  words: string,
  inside: { readonly workspace: string },
) => Promise<Outcome>;

/** The fields by which the log names a delivery. */
export function logFields({ workspace, digestId, day, part, channel }: Delivery) {
  return { workspace, digest: digestId, day, part: writePart(part), channel };
}
