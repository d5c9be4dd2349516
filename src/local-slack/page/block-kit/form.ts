import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { asObjects, asString, isObject, type JsonObject } from '../../json.ts';
import type { ShownView } from '../../serving/contract.ts';

/** What is entered in the fields of a modal or of the Home, until it is sent. */
export function useForm(view: ShownView | undefined, errors: Holder['errors'] = {}): Holder {
  const [entered, setEntered] = useState<FieldEntries>({});
  const holder: Holder = {
    address: { view: view?.id ?? '' },
    values: view?.values ?? {},
    ...(view?.openedIn !== undefined && { openedIn: view.openedIn }),
    errors,
    enter: (blockId, entry) => setEntered(before => ({ ...before, [blockId]: entry })),
    entries: () => (view === undefined ? {} : wholeForm(view, entered, holder)),
  };
  return holder;
}

/** Every field of the form with what stands in it, whether it was touched or not. */
function wholeForm({ content }: ShownView, entered: FieldEntries, holder: Holder): FieldEntries {
  const inputs = asObjects(content.blocks).filter(block => block.type === 'input');
  return Object.fromEntries(
    inputs.map(block => {
      const blockId = asString(block.block_id) ?? '';
      const element = isObject(block.element) ? block.element : {};
      return [blockId, entered[blockId] ?? readInitialEntry(block, element, holder)];
    }),
  );
}

/** A text, the value of an option, a day, a time or an id; several in a list, and none as an empty one. */
export type FieldEntry = string | readonly string[];

/** By block_id. */
export type FieldEntries = { readonly [blockId: string]: FieldEntry };

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
  readonly enter: (blockId: string, entry: FieldEntry) => void;
  /** All that stands in its form now; whatever is pressed in it, the app is sent that, too. */
  readonly entries: () => FieldEntries;
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

/** What a field holds at first: what was entered in it before, or what the app has put there. */
export function readInitialEntry(block: JsonObject, element: JsonObject, holder: Holder): FieldEntry {
  const value = holder.values[asString(block.block_id) ?? '']?.[asString(element.action_id) ?? ''];
  const entry = value === undefined ? nothingIn(element) : entryOf(value, element);
  const isHere = element.default_to_current_conversation === true && entry.length === 0;
  return isHere && holder.openedIn !== undefined ? [holder.openedIn] : entry;
}

/** An entry in the form of `state.values`, as what a person chose in it. */
function entryOf(value: JsonObject, element: JsonObject): FieldEntry {
  const chosen = Object.entries(value).find(([key]) => key === 'value' || key.startsWith('selected_'))?.[1];
  if (typeof chosen === 'string') return isTyped(element) ? chosen : [chosen];
  if (isObject(chosen)) return [asString(chosen.value) ?? ''];
  if (!Array.isArray(chosen)) return nothingIn(element);
  const options = asObjects(chosen);
  return options.length > 0 ? options.map(option => asString(option.value) ?? '') : chosen.filter(isText);
}

function nothingIn(element: JsonObject): FieldEntry {
  return isTyped(element) ? '' : [];
}

function isTyped({ type }: JsonObject): boolean {
  return type === 'plain_text_input' || type === 'timepicker' || type === 'datepicker';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
