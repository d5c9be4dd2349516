import { isTimeZone } from '../time-zone.ts';

export interface Team {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
}

export interface Bot {
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
  /** People mention the bot by @ and this, in small letters or capitals. */
  readonly handle: string;
  readonly name: string;
}

export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** An IANA time zone. */
  readonly timeZone: string;
  readonly locale: string;
  /** True for an admin of the workspace. */
  readonly isAdmin?: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'dm';
  /** Ids of people, and the bot's user id. */
  readonly members: ReadonlySet<string>;
  readonly archived: boolean;
  /** The text at the head of the channel; left out if nobody has set one. */
  readonly topic?: string;
}

/** Keeps the ids of the channels that the bot is in while the workspace is closed. */
export interface KeptChannels {
  read(): readonly string[];
  write(channels: readonly string[]): void;
}

/** The workspace's people and channels, and who is a member where. */
export class Directory {
  readonly team: Team;
  readonly bot: Bot = population.bot;
  #people: readonly Person[] = Object.values(population.people);
  readonly #channels = new Map<string, Channel>(
    Object.values(population.channels).map(channel => [channel.id, channel]),
  );

  readonly #kept: KeptChannels | undefined;

  constructor(team: Team = population.team, kept?: KeptChannels) {
    this.team = team;
    for (const id of kept?.read() ?? []) if (this.#channels.has(id)) this.join(id, this.bot.userId);
    this.#kept = kept;
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  get channels(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  channel(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  person(id: string): Person | undefined {
    return this.people.find(person => person.id === id);
  }

  hasBot(channel: Channel): boolean {
    return channel.members.has(this.bot.userId);
  }

  /** The channels that a person can open: their own, and every public one. */
  listVisible(userId: string): readonly Channel[] {
    return this.channels.filter(channel => channel.kind === 'public' || channel.members.has(userId));
  }

  /** A person's direct messages with the bot; opens them if they do not exist yet. */
  openDirectMessages(userId: string): Channel {
    const open = this.channels.find(channel => channel.kind === 'dm' && channel.members.has(userId));
    if (open !== undefined) return open;
    const opened = createChannel(`D${userId.slice(1)}`, 'directmessage', 'dm', [userId, this.bot.userId]);
    this.#channels.set(opened.id, opened);
    return opened;
  }

  add(channel: Channel): void {
    this.#channels.set(channel.id, channel);
  }

  join(channelId: string, userId: string): void {
    this.#change(channelId, channel => ({ ...channel, members: new Set([...channel.members, userId]) }));
    if (userId === this.bot.userId) this.#keepChannels();
  }

  leave(channelId: string, userId: string): void {
    this.#change(channelId, channel => {
      const members = new Set(channel.members);
      members.delete(userId);
      return { ...channel, members };
    });
    if (userId === this.bot.userId) this.#keepChannels();
  }

  setTopic(channelId: string, topic: string): void {
    this.#change(channelId, channel => ({ ...channel, topic }));
  }

  archive(channelId: string): void {
    this.#change(channelId, channel => ({ ...channel, archived: true }));
  }

  addPerson(person: Person): void {
    this.#people = [...this.#people, person];
  }

  /** Changes a person's time zone, as they can in Slack's preferences. Throws if it is not an IANA time zone. */
  setTimeZone(userId: string, timeZone: string): void {
    if (!isTimeZone(timeZone)) throw new Error(`There is no time zone ${timeZone}.`);
    this.#people = this.#people.map(person => (person.id === userId ? { ...person, timeZone } : person));
  }

  setAdmin(userId: string, isAdmin: boolean): void {
    this.#people = this.#people.map(person => (person.id === userId ? { ...person, isAdmin } : person));
  }

  #keepChannels(): void {
    const own = this.channels.filter(channel => channel.kind !== 'dm' && this.hasBot(channel));
    this.#kept?.write(own.map(({ id }) => id));
  }

  #change(channelId: string, change: (channel: Channel) => Channel): void {
    const channel = this.#channels.get(channelId);
    if (channel === undefined) throw new Error(`There is no channel ${channelId} in this workspace.`);
    this.#channels.set(channelId, change(channel));
  }
}

const mira: Person = {
  id: 'U0MIRA0001',
  handle: 'mira',
  name: 'Mira Castell',
  timeZone: 'Europe/Madrid',
  locale: 'es-ES',
};
const june: Person = {
  id: 'U0JUNE0002',
  handle: 'june',
  name: 'June Okafor',
  timeZone: 'America/Los_Angeles',
  locale: 'en-US',
};
const bot: Bot = {
  userId: 'U0LECTERN1',
  botId: 'B0LECTERN1',
  appId: 'A0LECTERN1',
  handle: 'lectern',
  name: 'Lectern',
};

/** The people and channels with which a workspace opens. Everyone here is invented. */
export const population = {
  team: { id: 'T0HARBOUR1', domain: 'harbour-cloud', name: 'Harbour Cloud' } satisfies Team,
  bot,
  people: { mira, june },
  channels: {
    /** Public, with the bot in it. */
    lobby: createChannel('C0LOBBY001', 'lobby', 'public', [mira.id, june.id, bot.userId]),
    /** Public, without the bot. */
    corridor: createChannel('C0CORRIDOR', 'corridor', 'public', [mira.id, june.id]),
    /** Private: June and the bot are not in it. */
    organisers: createChannel('C0ORGANISE', 'organisers', 'private', [mira.id]),
    /** Mira's direct messages with the bot. Other people's are opened when first needed. */
    dm: createChannel('D0MIRA0001', 'directmessage', 'dm', [mira.id, bot.userId]),
  },
} as const;

function createChannel(id: string, name: string, kind: Channel['kind'], members: readonly string[]): Channel {
  return { id, name, kind, members: new Set(members), archived: false };
}
