import type { JsonObject } from '../json.ts';

/** What the page shows to one person, all of it: sent anew after each change. */
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
  readonly refusals: readonly Refusal[];
  /** The app's clock, where it can be set. */
  readonly clock: readonly ClockRun[];
}

/** What the app adds to Slack's menus, as its manifest has it. */
export interface Offers {
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
}

export interface ShownMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** What stands in its menus. */
  readonly values: Values;
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
}

export interface ShownView {
  readonly id: string;
  readonly hash: string;
  readonly openedIn?: string;
  readonly content: JsonObject;
  /** `state.values`: what is entered, or what a field begins with. */
  readonly values: Values;
}

/** By block_id and action_id. */
type Values = { readonly [blockId: string]: { readonly [actionId: string]: JsonObject } };

/** A call of the app's that Slack would refuse. */
export interface Refusal {
  /** Like that of no other, not even of one before a restart. */
  readonly id: string;
  /** The real instant, in milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly error: string;
  /** What is wrong and where, a sentence each. */
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

/** How an act went: what Slack would tell the person of it. */
export interface ActResult {
  /** Such as operation_timeout; or a sentence where the page asked for what cannot be. */
  readonly error?: string;
  /** What stands under which block, where a form is not taken as it is. */
  readonly errors?: { readonly [blockId: string]: string };
  /** The app was mentioned where it is no member. */
  readonly uninvited?: boolean;
}
