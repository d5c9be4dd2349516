export interface Team {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
}

export interface Bot {
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
  /** What people type after the @. */
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
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'dm';
  readonly members: ReadonlySet<string>;
  readonly archived: boolean;
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

/** Who and what is in the workspace when it opens. Everyone here is invented. */
export const population = {
  team: { id: 'T0HARBOUR1', domain: 'harbour-cloud', name: 'Harbour Cloud' } satisfies Team,
  bot,
  people: { mira, june },
  channels: {
    /** Public, with the bot in it. */
    lobby: channel('C0LOBBY001', 'lobby', 'public', [mira.id, june.id, bot.userId]),
    /** Public, without the bot. */
    corridor: channel('C0CORRIDOR', 'corridor', 'public', [mira.id, june.id]),
    /** Private: June and the bot are not in it. */
    organisers: channel('C0ORGANISE', 'organisers', 'private', [mira.id]),
    /** Mira's direct messages with the bot. Other people's are opened when first needed. */
    dm: channel('D0MIRA0001', 'directmessage', 'dm', [mira.id, bot.userId]),
  },
} as const;

function channel(id: string, name: string, kind: Channel['kind'], members: readonly string[]): Channel {
  return { id, name, kind, members: new Set(members), archived: false };
}
