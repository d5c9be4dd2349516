import { isTimeZone } from '../time-zone.ts';
import { type Bot, type Channel, type Person, population, type Team } from './world.ts';

/** Who is in the workspace and in which channel, as it changes. */
export class Directory {
  readonly team: Team = population.team;
  readonly bot: Bot = population.bot;
  #people: readonly Person[] = Object.values(population.people);
  readonly #channels = new Map<string, Channel>(
    Object.values(population.channels).map(channel => [channel.id, channel]),
  );

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

  /** What a person can open: their own channels, and every public one. */
  visibleTo(userId: string): readonly Channel[] {
    return this.channels.filter(channel => channel.kind === 'public' || channel.members.has(userId));
  }

  /** A person's direct messages with the bot, opened if they were not. */
  directMessages(userId: string): Channel {
    const open = this.channels.find(channel => channel.kind === 'dm' && channel.members.has(userId));
    if (open !== undefined) return open;
    const members = new Set([userId, this.bot.userId]);
    const opened: Channel = {
      id: `D${userId.slice(1)}`,
      name: 'directmessage',
      kind: 'dm',
      members,
      archived: false,
    };
    this.#channels.set(opened.id, opened);
    return opened;
  }

  /** Opens another channel. */
  add(channel: Channel): void {
    this.#channels.set(channel.id, channel);
  }

  join(channelId: string, userId: string): void {
    this.#change(channelId, channel => ({ ...channel, members: new Set([...channel.members, userId]) }));
  }

  leave(channelId: string, userId: string): void {
    this.#change(channelId, channel => {
      const members = new Set(channel.members);
      members.delete(userId);
      return { ...channel, members };
    });
  }

  archive(channelId: string): void {
    this.#change(channelId, channel => ({ ...channel, archived: true }));
  }

  /** Sets somebody's own time zone, as they would among their preferences. */
  moveToZone(userId: string, timeZone: string): void {
    if (!isTimeZone(timeZone)) throw new Error(`There is no time zone ${timeZone}.`);
    this.#people = this.#people.map(person => (person.id === userId ? { ...person, timeZone } : person));
  }

  #change(channelId: string, change: (channel: Channel) => Channel): void {
    const channel = this.#channels.get(channelId);
    if (channel === undefined) throw new Error(`Lectern's workspace has no channel ${channelId}.`);
    this.#channels.set(channelId, change(channel));
  }
}
