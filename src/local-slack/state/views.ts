import { asString, isObject, type JsonObject } from '../json.ts';
import type { Identifiers } from './identifiers.ts';

/** Slack: at most three modals lie on each other. */
export const modalsAtMost = 3;

/** block_id, then action_id, then what was entered, as in `view.state.values`. */
export type FormValues = { readonly [blockId: string]: { readonly [actionId: string]: JsonObject } };

export interface View {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly rootId: string;
  readonly previousId?: string;
  /** The conversation in which the person opened it. */
  readonly openedIn?: string;
  /** As the app sent it, with the block_id and action_id that Slack adds. */
  readonly content: JsonObject;
  /** What the person has entered so far. */
  readonly entered: FormValues;
}

/** Each person's modals, topmost last, and their App Home. */
export class Views {
  readonly #identifiers: Identifiers;
  readonly #stacks = new Map<string, readonly View[]>();
  readonly #homes = new Map<string, View>();

  constructor(identifiers: Identifiers) {
    this.#identifiers = identifiers;
  }

  stackOf(user: string): readonly View[] {
    return this.#stacks.get(user) ?? [];
  }

  home(user: string): View | undefined {
    return this.#homes.get(user);
  }

  find(wanted: {
    readonly id?: string | undefined;
    readonly externalId?: string | undefined;
  }): View | undefined {
    const open = [...[...this.#stacks.values()].flat(), ...this.#homes.values()];
    return wanted.id === undefined
      ? open.find(view => wanted.externalId !== undefined && externalIdOf(view) === wanted.externalId)
      : open.find(view => view.id === wanted.id);
  }

  /** Opens a modal as the first of a new stack. */
  open(user: string, content: JsonObject, openedIn?: string): View {
    const view = this.#create(user, content, { ...(openedIn !== undefined && { openedIn }) });
    this.#stacks.set(user, [view]);
    return view;
  }

  /** Lays a modal on the topmost one, or answers undefined where three lie there already. */
  push(user: string, content: JsonObject): View | undefined {
    const stack = this.stackOf(user);
    const top = stack.at(-1);
    if (top === undefined || stack.length >= modalsAtMost) return undefined;
    const view = this.#create(user, content, {
      rootId: top.rootId,
      previousId: top.id,
      ...(top.openedIn !== undefined && { openedIn: top.openedIn }),
    });
    this.#stacks.set(user, [...stack, view]);
    return view;
  }

  /** Slack keeps what was entered in the inputs whose block_id and action_id are still there. */
  update(view: View, content: JsonObject): View {
    return this.#put({ ...view, content, hash: this.#hash() });
  }

  enter(view: View, entered: FormValues): View {
    return this.#put({ ...view, entered });
  }

  publish(user: string, content: JsonObject): View {
    const current = this.#homes.get(user);
    const view =
      current === undefined ? this.#create(user, content, {}) : { ...current, content, hash: this.#hash() };
    this.#homes.set(user, view);
    return view;
  }

  /** Closes the topmost modal, or all of them. */
  close(user: string, which: 'top' | 'all'): void {
    this.#stacks.set(user, which === 'all' ? [] : this.stackOf(user).slice(0, -1));
  }

  #create(
    user: string,
    content: JsonObject,
    place: Partial<Pick<View, 'rootId' | 'previousId' | 'openedIn'>>,
  ): View {
    const id = this.#identifiers.nextId('V');
    return { rootId: id, ...place, id, hash: this.#hash(), user, content, entered: {} };
  }

  #put(view: View): View {
    if (this.#homes.get(view.user)?.id === view.id) this.#homes.set(view.user, view);
    else
      this.#stacks.set(
        view.user,
        this.stackOf(view.user).map(each => (each.id === view.id ? view : each)),
      );
    return view;
  }

  #hash(): string {
    return `${this.#identifiers.nextTimestamp()}.${this.#identifiers.newSecret().slice(0, 8)}`;
  }
}

export function externalIdOf(view: View): string | undefined {
  return asString(view.content.external_id);
}

export function blocksOf(view: View): readonly JsonObject[] {
  return Array.isArray(view.content.blocks) ? view.content.blocks.filter(isObject) : [];
}
