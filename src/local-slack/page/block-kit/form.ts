import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { asObjects, asString, isObject, type JsonObject } from '../../json.ts';
import type { ShownView } from '../../serving/contract.ts';
import { type FieldEntries, type FieldEntry, type FormValues, readChoice } from '../../state/form-values.ts';

/** The message, modal or Home that holds some blocks. */
export interface Holder {
  /** Names it to the workspace: a channel and a ts, or a view. */
  readonly address: JsonObject;
  /** The values that the workspace knows. */
  readonly values: FormValues;
  /** The channel in which a form was opened. */
  readonly openedIn?: string;
  /** By block_id, a sentence about its field. */
  readonly errors: { readonly [blockId: string]: string };
  /** Keeps an entry until the form is sent as a whole. */
  readonly enter: (blockId: string, entry: FieldEntry) => void;
  /** The present entries of the whole form, which go to the app with every press of a button in it. */
  readonly entries: () => FieldEntries;
}

/** A holder without a form. */
export const NO_FORM: Pick<Holder, 'errors' | 'enter' | 'entries'> = {
  errors: {},
  enter: () => {},
  entries: () => ({}),
};

export const HolderContext = createContext<Holder>({ address: {}, values: {}, ...NO_FORM });

export function useHolder(): Holder {
  return useContext(HolderContext);
}

/** Holds the entries in a modal or the Home until they are sent. */
export function useForm(view: ShownView | undefined, errors: Holder['errors'] = {}): Holder {
  const [entered, setEntered] = useState<FieldEntries>({});
  const holder: Holder = {
    address: { view: view?.id ?? '' },
    values: view?.values ?? {},
    ...(view?.openedIn !== undefined && { openedIn: view.openedIn }),
    errors,
    enter: (blockId, entry) => setEntered(before => ({ ...before, [blockId]: entry })),
    entries: () => (view === undefined ? {} : collectEntries(view, entered, holder)),
  };
  return holder;
}

/** The entry with which a field opens: the person's former one, or the app's initial one. */
export function readInitialEntry(block: JsonObject, element: JsonObject, holder: Holder): FieldEntry {
  const value = holder.values[asString(block.block_id) ?? '']?.[asString(element.action_id) ?? ''];
  const entry = value === undefined ? blankEntryOf(element) : toEntry(value, element);
  const isHere = element.default_to_current_conversation === true && entry.length === 0;
  return isHere && holder.openedIn !== undefined ? [holder.openedIn] : entry;
}

/** The entries of all fields, also of those that the person has not touched. */
function collectEntries({ content }: ShownView, entered: FieldEntries, holder: Holder): FieldEntries {
  const inputs = asObjects(content.blocks).filter(block => block.type === 'input');
  return Object.fromEntries(
    inputs.map(block => {
      const blockId = asString(block.block_id) ?? '';
      const element = isObject(block.element) ? block.element : {};
      return [blockId, entered[blockId] ?? readInitialEntry(block, element, holder)];
    }),
  );
}

/** Converts a value in Slack's form to the entry that a person would make. */
function toEntry(value: JsonObject, element: JsonObject): FieldEntry {
  const choice = readChoice(value);
  if (typeof choice === 'string') return isTyped(element) ? choice : [choice];
  if (isObject(choice)) return [asString(choice.value) ?? ''];
  if (!Array.isArray(choice)) return blankEntryOf(element);
  return choice.map(each => (isObject(each) ? (asString(each.value) ?? '') : String(each)));
}

function blankEntryOf(element: JsonObject): FieldEntry {
  return isTyped(element) ? '' : [];
}

function isTyped({ type }: JsonObject): boolean {
  return type === 'plain_text_input' || type === 'timepicker' || type === 'datepicker';
}
