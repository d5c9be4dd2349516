/** An event, as its `conference.yml` describes it or, without one, as far as its files tell. */
export interface Conference {
  readonly name: string | undefined;
  /** An IANA name, `Europe/Madrid`; an offset, `+02:00`, if all files have the same one and name no zone. */
  readonly timeZone: string | undefined;
  /** Its `conference.yml` names a time zone that does not exist; the problem there says so. */
  readonly isZoneMistaken?: true;
  /** `05:00`: what begins earlier belongs to the day before. */
  readonly dayStart: string;
  readonly url: string | undefined;
  /** Its folder, relative to DATA_DIR; empty for DATA_DIR itself. */
  readonly folder: string;
  /** Names for tracks, by the folder that holds their talks: its path below the conference's folder, or its own name. */
  readonly trackNames: Readonly<Record<string, string>>;
  /** The organisers' own answers to what people ask and no talk tells: lunch, wifi. */
  readonly facts: readonly Fact[];
  /** The organisers' channels and streams of rooms. */
  readonly roomLinks: readonly RoomLinks[];
  /** Whether people may rate the talks that they starred, after their end. */
  readonly feedback?: boolean;
  /** True for the conference that comes with Lectern and steps aside for any other. */
  readonly sample: boolean;
}

/** A plain text, and the words that ask for it. */
export interface Fact {
  readonly asked: readonly string[];
  readonly answer: string;
}

/** A room by its name in the programme, and where people meet about it. */
export interface RoomLinks {
  readonly room: string;
  /** The id of its channel in Slack. */
  readonly channel?: string;
  /** The address of its live stream. */
  readonly stream?: string;
  /** The id of the workspace of its channel, which only a Lectern with many workspaces needs. */
  readonly workspace?: string;
}

/** The zone as other programs know it; undefined if it is only an offset, `+02:00`. */
export function zoneNameOf({ timeZone }: Conference): string | undefined {
  return timeZone === undefined || /^[+-]/.test(timeZone) ? undefined : timeZone;
}

/** A zone as people read it: `Europe/Madrid`, `UTC+02:00`. */
export function zoneLabel(timeZone: string): string {
  return /^[+-]/.test(timeZone) ? `UTC${timeZone}` : timeZone;
}

/** The name under which everything that is remembered of a conference is kept. */
export function conferenceKey({ name, folder }: Conference): string {
  return name ?? folder;
}

/** The folder of a path; empty for DATA_DIR itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
