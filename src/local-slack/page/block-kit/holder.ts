import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';

/** A text, the value of an option, a day, a time or an id; several in a list, and none as an empty one. */
export type Entry = string | readonly string[];

/** By block_id. */
export type Entries = { readonly [blockId: string]: Entry };

/** The message, modal or Home that holds some blocks. */
export interface Holder {
  /** How the workspace finds it: a channel and a ts, or a view. */
  readonly address: JsonObject;
  /** What stands in the fields, as the workspace knows it: block_id, action_id, value. */
  readonly values: { readonly [blockId: string]: { readonly [actionId: string]: JsonObject } };
  /** The channel that a form was opened in. */
  readonly openedIn?: string;
  /** What is wrong with the field of a block. */
  readonly errors: { readonly [blockId: string]: string };
  /** Takes what is entered in a form, which is sent as a whole. */
  readonly enter: (blockId: string, entry: Entry) => void;
  /** All that stands in its form now; whatever is pressed in it, the app is sent that, too. */
  readonly entries: () => Entries;
}

/** What has no form. */
export const NO_FORM: Pick<Holder, 'errors' | 'enter' | 'entries'> = {
  errors: {},
  enter: () => {},
  entries: () => ({}),
};

export const HolderContext = createContext<Holder>({ address: {}, values: {}, ...NO_FORM });

export function useHolder(): Holder {
  return useContext(HolderContext);
}
