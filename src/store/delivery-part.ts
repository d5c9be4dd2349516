/**
 * The place of a message among those of one digest and day. A message is claimed by its part, so processes that owe the
 * same message must build the same part.
 */
export type DeliveryPart = ChannelPart | RoomPart | OwnerPart | MyTalksPart;

/** The place of a message in the digest's channel. */
export type ChannelPart =
  /** Position 0 is the first message of a day; the others stand in its thread. */
  | { readonly kind: 'day'; readonly position: number }
  /** The reply that tells the changes which lead to this version of the snapshot. */
  | { readonly kind: 'change'; readonly version: number }
  /** The message that tells such changes in the channel itself; a fingerprint tells which changes. */
  | { readonly kind: 'changes'; readonly version: number; readonly changes: string }
  /** The notice before the sessions that start at this instant; a fingerprint tells which sessions. */
  | { readonly kind: 'reminder'; readonly startsAt: number; readonly sessions: string };

/** The place of what is due in a room's channel, which belongs to no digest. */
export type RoomPart = {
  readonly kind: 'room';
} /** The notice before a talk, in whose thread people ask. */ & (
  | { readonly about: 'talk' }
  /** The reply there that tells the changes which lead to this version of the snapshot. */
  | { readonly about: 'changed'; readonly version: number }
  /** The nth topic of the channel: it may well read as an earlier one. */
  | { readonly about: 'topic'; readonly number: number }
);

/** The place of a message to the digest's owner. */
export type OwnerPart = { readonly kind: 'notice' } & NoticeSubject;

/** The place of a message to a person about their own talks. Their digest's id is as myTalksId makes it. */
export type MyTalksPart = { readonly kind: 'mine' } & (
  | { readonly about: 'soon'; readonly startsAt: number; readonly sessions: string }
  /** The changes that lead to this version of the snapshot; a fingerprint tells which changes. */
  | { readonly about: 'changed'; readonly version: number; readonly changes: string }
  /** Talks that match what the person waits for; a fingerprint tells which. */
  | { readonly about: 'found'; readonly talks: string }
);

type NoticeSubject =
  /** Asks whether a message arrived that was sent for the nth time. */
  | { readonly about: 'doubt'; readonly part: ChannelPart; readonly attempts: number }
  /** Every talk has had its turn. */
  | { readonly about: 'end' }
  /** Messages were too late: those up to one that was useful until this instant. */
  | { readonly about: 'missed'; readonly until: number }
  /** The digest was paused at this instant. */
  | { readonly about: 'pause'; readonly at: number }
  /** Slack refuses the digest for this reason, such as `not_in_channel`. */
  | { readonly about: 'refusal'; readonly reason: string };

/** Whether the message is for the digest's channel, and neither for a room's nor for a person. */
export function isChannelPart(part: DeliveryPart): part is ChannelPart {
  return part.kind !== 'room' && part.kind !== 'notice' && part.kind !== 'mine';
}

/** The part as text. Databases and Slack's buttons keep this text across updates, so it must stay as it is. */
export function writePart(part: DeliveryPart): string {
  switch (part.kind) {
    case 'day':
      return String(part.position);
    case 'change':
      return `change ${part.version}`;
    case 'changes':
      return `changes ${part.version} ${part.changes}`;
    case 'reminder':
      return `soon ${part.startsAt} ${part.sessions}`;
    case 'room':
      return writeRoomPart(part);
    case 'notice':
      return writeOwnerPart(part);
    case 'mine':
      return writeMyTalksPart(part);
    default:
      return part satisfies never;
  }
}

function writeRoomPart(part: RoomPart): string {
  switch (part.about) {
    case 'talk':
      return 'room talk';
    case 'changed':
      return `room changed ${part.version}`;
    case 'topic':
      return `room topic ${part.number}`;
    default:
      return part satisfies never;
  }
}

function writeMyTalksPart(part: MyTalksPart): string {
  switch (part.about) {
    case 'soon':
      return `mine soon ${part.startsAt} ${part.sessions}`;
    case 'changed':
      return `mine changed ${part.version} ${part.changes}`;
    case 'found':
      return `mine found ${part.talks}`;
    default:
      return part satisfies never;
  }
}

function writeOwnerPart(part: OwnerPart): string {
  switch (part.about) {
    case 'doubt':
      return `question ${writePart(part.part)} ${part.attempts}`;
    case 'end':
      return 'notice ended';
    case 'missed':
      return `notice missed ${part.until}`;
    case 'pause':
      return `notice paused ${part.at}`;
    case 'refusal':
      return `notice refused ${part.reason}`;
    default:
      return part satisfies never;
  }
}

/** Returns undefined if the text is not one that writePart makes. */
export function readPart(text: string): DeliveryPart | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const part = read(match[1] ?? '', match[2] ?? '');
    return part !== undefined && writePart(part) === text ? part : undefined;
  }
  return undefined;
}

type ReadPart = (first: string, second: string) => DeliveryPart | undefined;

const READERS: readonly (readonly [RegExp, ReadPart])[] = [
  [/^(\d+)$/, position => ({ kind: 'day', position: Number(position) })],
  [/^change (\d+)$/, version => ({ kind: 'change', version: Number(version) })],
  [/^changes (\d+) (.+)$/s, (version, changes) => ({ kind: 'changes', version: Number(version), changes })],
  [/^soon (-?\d+) (.+)$/s, (at, sessions) => ({ kind: 'reminder', startsAt: Number(at), sessions })],
  [
    /^mine soon (-?\d+) (.+)$/s,
    (at, sessions) => ({ kind: 'mine', about: 'soon', startsAt: Number(at), sessions }),
  ],
  [
    /^mine changed (\d+) (.+)$/s,
    (version, changes) => ({ kind: 'mine', about: 'changed', version: Number(version), changes }),
  ],
  [/^mine found (.+)$/s, talks => ({ kind: 'mine', about: 'found', talks })],
  [/^room talk$/, () => ({ kind: 'room', about: 'talk' })],
  [/^room changed (\d+)$/, version => ({ kind: 'room', about: 'changed', version: Number(version) })],
  [/^room topic (\d+)$/, number => ({ kind: 'room', about: 'topic', number: Number(number) })],
  [/^question (.+) (\d+)$/s, readDoubt],
  [/^notice ended$/, () => ({ kind: 'notice', about: 'end' })],
  [/^notice missed (-?\d+)$/, until => ({ kind: 'notice', about: 'missed', until: Number(until) })],
  [/^notice paused (-?\d+)$/, at => ({ kind: 'notice', about: 'pause', at: Number(at) })],
  [/^notice refused (.*)$/s, reason => ({ kind: 'notice', about: 'refusal', reason })],
];

function readDoubt(about: string, attempts: string): DeliveryPart | undefined {
  const part = readPart(about);
  if (part === undefined || !isChannelPart(part)) return undefined;
  return { kind: 'notice', about: 'doubt', part, attempts: Number(attempts) };
}
