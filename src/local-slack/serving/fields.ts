import { isObject, type JsonObject } from '../json.ts';
import type { FieldEntries, FieldEntry } from '../state/form-values.ts';
import type { Message } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import type { View } from '../state/views.ts';

/** Reads the fields of an act that the page requests. Throws an error that names the field if it is wrong. */
export class ActFields {
  readonly #fields: JsonObject;

  constructor(fields: JsonObject) {
    this.#fields = fields;
  }

  text(name: string): string {
    const value = this.#fields[name];
    if (typeof value !== 'string') throw new Error(`${name} must be a text.`);
    return value;
  }

  /** Returns the text under its name, or an empty object if it is missing. */
  optionalText<Name extends string>(name: Name): { readonly [name in Name]?: string } {
    return this.#fields[name] === undefined
      ? {}
      : ({ [name]: this.text(name) } as { [name in Name]: string });
  }

  flag(name: string): boolean {
    return this.#fields[name] === true;
  }

  optionalNumber(name: string): number | undefined {
    const value = this.#fields[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${name} must be a number.`);
    return value;
  }

  /** Returns the entry under its name, or an empty object if it is missing. */
  optionalEntry<Name extends string>(name: Name): { readonly [name in Name]?: FieldEntry } {
    const value = this.#fields[name];
    return value === undefined ? {} : ({ [name]: readEntry(value, name) } as { [name in Name]: FieldEntry });
  }

  entries(name: string): FieldEntries {
    const value = this.#fields[name] ?? {};
    if (!isObject(value)) throw new Error(`${name} must be an object.`);
    return Object.fromEntries(
      Object.entries(value).map(([field, entry]) => [field, readEntry(entry, field)]),
    );
  }

  /** The message or view on which the person acts, in its present state. */
  holder(state: State): Message | View {
    const { view: id } = this.#fields;
    const view = typeof id === 'string' ? state.views.find({ id }) : undefined;
    const holder = view ?? this.optionalMessage(state).message;
    if (holder === undefined) throw new Error('This view no longer exists.');
    return holder;
  }

  /** Returns an empty object if the act names no message. */
  optionalMessage(state: State): { readonly message?: Message } {
    const { channel, ts } = this.#fields;
    if (typeof channel !== 'string' || typeof ts !== 'string') return {};
    const message = state.messages.find(channel, ts);
    if (message === undefined) throw new Error('This message no longer exists.');
    return { message };
  }
}

function readEntry(value: unknown, name: string): FieldEntry {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return value;
  throw new Error(`${name} must be a text or a list of texts.`);
}
