import type { JsonObject } from '../json.ts';
import type { FormValues } from '../state/form-values.ts';

/** Everything that the page shows to one person. It is sent as a whole after each change. */
export interface PageState {
  readonly team: string;
  readonly bot: { readonly id: string; readonly name: string; readonly handle: string };
  readonly offers: Offers;
  readonly you: string;
  readonly people: readonly ShownPerson[];
  readonly channels: readonly ShownChannel[];
  readonly messages: readonly ShownMessage[];
  /** Topmost last. */
  readonly modals: readonly ShownView[];
  readonly home: ShownView | undefined;
  /** A work object beside the conversation. */
  readonly pane: ShownPane | undefined;
  /** The cards of a text that the person has typed and not sent yet. */
  readonly draft: ShownDraft | undefined;
  readonly refusals: readonly Refusal[];
  /** The runs of the app's clock, the present one last. */
  readonly clock: readonly ClockRun[];
  /** The zone of the times that are typed to the app; the person's own if there is none. */
  readonly conferenceZone?: string;
}

/** The app's commands and shortcuts, as in its manifest. */
interface Offers {
  readonly commands: readonly CommandOffer[];
  readonly shortcuts: readonly ShortcutOffer[];
}

interface CommandOffer {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  readonly shouldEscape: boolean;
}

export interface ShortcutOffer {
  readonly name: string;
  readonly kind: 'global' | 'message';
  readonly callbackId: string;
  readonly description: string;
}

export interface ShownPerson {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly timeZone: string;
}

export interface ShownChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'dm';
  readonly members: readonly string[];
  /** As Slack has it, escaped; left out if nobody has set one. */
  readonly topic?: string;
}

export interface ShownMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** The choices in its menus. */
  readonly values: FormValues;
  readonly files: readonly ShownFile[];
  /** The app's work objects for links in it. */
  readonly cards: readonly JsonObject[];
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
}

export interface ShownFile {
  readonly name: string;
  readonly title: string;
  /** In bytes. */
  readonly size: number;
  /** The path that downloads it. */
  readonly path: string;
}

export interface ShownPane {
  readonly link: { readonly url: string; readonly channel: string; readonly ts: string };
  /** Undefined until the app has answered. */
  readonly shown?: { readonly metadata: JsonObject } | { readonly error: JsonObject };
}

export interface ShownDraft {
  readonly channel: string;
  readonly threadTs?: string;
  readonly cards: readonly JsonObject[];
}

export interface ShownView {
  readonly id: string;
  readonly hash: string;
  readonly openedIn?: string;
  readonly content: JsonObject;
  /** `state.values`: the person's entries, or else the initial ones. */
  readonly values: FormValues;
}

/** A call by the app that Slack would refuse. */
export interface Refusal {
  /** Unique, also after a restart. */
  readonly id: string;
  /** The real instant in milliseconds since 1970, not that of the app's clock. */
  readonly at: number;
  readonly method: string;
  readonly error: string;
  /** A sentence for each broken rule, with its place; or the refusal's other fields. */
  readonly details: readonly string[];
  readonly arguments: JsonObject;
}

/**
 * From a real instant on, the app's clock shows `shows` and runs `speed` times as fast as the real one. All in
 * milliseconds since 1970.
 */
export interface ClockRun {
  readonly from: number;
  readonly shows: number;
  readonly speed: number;
}

/** A request that the page can make for a person. */
export type ActName =
  | 'say'
  | 'command'
  | 'click'
  | 'submit'
  | 'close'
  | 'shortcut'
  | 'home'
  | 'invite'
  | 'zone'
  | 'clock'
  | 'draft'
  | 'openCard'
  | 'closeCard'
  | 'pressCard';

/** The result of an act, as Slack would tell the person. */
export interface ActResult {
  /** Slack's error, such as operation_timeout; or a sentence if the page requested something impossible. */
  readonly error?: string;
  /** By block_id, if a form is sent back. */
  readonly errors?: { readonly [blockId: string]: string };
  /** The app was mentioned in a channel where it is not a member. */
  readonly uninvited?: boolean;
}

/** A page in which people act: its files, and its abilities besides those of people in Slack. */
export interface WorkspacePage {
  /** By path, such as /assets/page.js; the page itself is /index.html. */
  readonly files: ReadonlyMap<string, PageFile>;
  readonly offers: Offers;
  readonly clock: SettableClock;
  /** The zone of the app's conference; undefined if it has none, or is not loaded yet. */
  readonly conferenceZone: () => string | undefined;
  /** Is called when a person has changed their time zone. Slack would not tell the app. */
  readonly onZoneChange: (userId: string) => void;
}

export interface PageFile {
  /** The media type. */
  readonly type: string;
  readonly body: Uint8Array;
}

/** The app's clock. The workspace's own clock, which sets Slack's times, is another one. */
interface SettableClock {
  /** The present run is the last. */
  readonly runs: readonly ClockRun[];
  /** Sets the clock to an instant, in milliseconds since 1970. */
  set(at: number): void;
  /** Runs the clock so many times as fast as the real one. */
  run(speed: number): void;
}
