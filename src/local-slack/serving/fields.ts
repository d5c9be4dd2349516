import { isObject, type JsonObject } from '../json.ts';
import type { FieldEntry } from '../people/form.ts';
import type { Message } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import type { View } from '../state/views.ts';

/** The fields of what the page asks for; each is asked for by its kind, and an error names the one that is not so. */
export class ActFields {
  readonly #fields: JsonObject;

  constructor(fields: JsonObject) {
    this.#fields = fields;
  }

  text(name: string): string {
    const value = this.#fields[name];
    if (typeof value !== 'string') throw new Error(`${name} is to be a text.`);
    return value;
  }

  /** A text that may be missing, under its name. */
  some<Name extends string>(name: Name): { readonly [name in Name]?: string } {
    return this.#fields[name] === undefined
      ? {}
      : ({ [name]: this.text(name) } as { [name in Name]: string });
  }

  flag(name: string): boolean {
    return this.#fields[name] === true;
  }

  number(name: string): number | undefined {
    const value = this.#fields[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${name} is to be a number.`);
    return value;
  }

  entry<Name extends string>(name: Name): { readonly [name in Name]?: FieldEntry } {
    const value = this.#fields[name];
    return value === undefined ? {} : ({ [name]: entryOf(value, name) } as { [name in Name]: FieldEntry });
  }

  entries(name: string): { readonly [field: string]: FieldEntry } {
    const value = this.#fields[name] ?? {};
    if (!isObject(value)) throw new Error(`${name} is to be an object.`);
    return Object.fromEntries(Object.entries(value).map(([field, entry]) => [field, entryOf(entry, field)]));
  }

  /** The message or view that is acted on, as it is now. */
  holder(state: State): Message | View {
    const { view: id } = this.#fields;
    const view = typeof id === 'string' ? state.views.find({ id }) : undefined;
    const holder = view ?? this.message(state).message;
    if (holder === undefined) throw new Error('That is no longer there.');
    return holder;
  }

  message(state: State): { readonly message?: Message } {
    const { channel, ts } = this.#fields;
    if (typeof channel !== 'string' || typeof ts !== 'string') return {};
    const message = state.messages.find(channel, ts);
    if (message === undefined) throw new Error('That message is no longer there.');
    return { message };
  }
}

function entryOf(value: unknown, name: string): FieldEntry {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return value;
  throw new Error(`${name} is to be a text or a list of texts.`);
}
