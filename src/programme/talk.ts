/**
 * A date and time on the conference's clocks: `2027-05-11T09:00:00+02:00`, or `2027-05-11T09:00:00` where neither the
 * file nor the conference says in which zone. Text, so that it compares, prints and travels by value.
 */
export type Moment = string;

/** When and where a talk happens. */
export interface Slot {
  /** The date alone, `2027-05-11`, if the slot is `untimed`. */
  readonly start: Moment;
  readonly end: Moment | undefined;
  readonly rooms: readonly string[];
  /** The programme day, `2027-05-11`: a talk at 01:30 belongs to the evening before. */
  readonly day: string;
  /**
   * Left out if it starts at a clock time. `all day`: it is on during that whole day, as an exhibition is; one that lasts
   * several days has a slot for each. `to come`: only the day is known yet.
   */
  readonly untimed?: Untimed | undefined;
  /**
   * Stays the same wherever the slot is moved and whatever slots come or go before it. Left out if it is the place among
   * the talk's slots, as it is until one of them comes or goes.
   */
  readonly number?: number | undefined;
}

type Untimed = 'all day' | 'to come';

/** A person who speaks. There is no field for an e-mail address or a phone number, so none can be kept. */
export interface Speaker {
  /** The folded name: one person is one speaker, however many talks they give. */
  readonly id: string;
  readonly name: string;
  /** The person in their own words; empty if nothing is known. */
  readonly bio: string;
  /** Position and company, as the source writes them: `Head of Sails, Harbour Ltd`. Left out if it names none. */
  readonly affiliation?: string | undefined;
}

/** The target of a link. `web` is everything but slides, recordings and forms for feedback. */
export interface Link {
  readonly kind: 'web' | 'slides' | 'video' | 'feedback';
  /** http or https only. */
  readonly url: string;
  readonly title: string;
}

/** The kind of an entry: something said, a pause, a party, or a service such as registration. */
export type TalkKind = 'talk' | 'break' | 'social' | 'service';

export interface Talk {
  readonly id: string;
  /** A second id of the source, which stays if the first ones are counted anew. */
  readonly guid?: string | undefined;
  readonly kind: TalkKind;
  /** A cancelled talk stays in the programme, so that those who look for it learn of it. */
  readonly status: 'confirmed' | 'cancelled';
  readonly title: string;
  /** Paragraphs parted by an empty line; empty where nothing is known. */
  readonly abstract: string;
  readonly speakers: readonly Speaker[];
  readonly track: string | undefined;
  /** As the organisers call it: "Beginner", "300". */
  readonly level: string | undefined;
  /** BCP 47, lower case: `en`, `pt-br`. Empty where the source does not say. */
  readonly languages: readonly string[];
  readonly links: readonly Link[];
  /** By start; empty where the talk is not scheduled. */
  readonly slots: readonly Slot[];
  /** Where it was read, relative to DATA_DIR. */
  readonly file: string;
}

/** When a talk is, to be compared: the same for two talks of the same starts and ends. */
export function timesOf({ slots }: Talk): string {
  return slots.map(slot => `${slot.start} ${slot.end ?? slot.untimed ?? ''}`).join('\n');
}

/** Where a talk is, to be compared. */
export function roomsOf({ slots }: Talk): string {
  return slots.map(slot => slot.rooms.join(', ')).join('\n');
}

/** `Ada Lund, Zoë Meer` */
export function speakerNames({ speakers }: Pick<Talk, 'speakers'>): string {
  return speakers.map(speaker => speaker.name).join(', ');
}

/** Entries that help to run the event or fill the time between talks. */
export function isPause({ kind }: { readonly kind?: TalkKind | undefined }): boolean {
  return kind === 'break' || kind === 'service';
}

/** Whether people can go to it: it is neither a pause nor cancelled. */
export function isHeld(talk: Pick<Talk, 'kind' | 'status'>): boolean {
  return talk.status === 'confirmed' && !isPause(talk);
}
