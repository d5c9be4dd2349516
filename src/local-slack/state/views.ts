import { asObjects, asString, type JsonObject } from '../json.ts';
import type { Clock } from './clock.ts';
import type { FormValues } from './form-values.ts';
import type { Identifiers } from './identifiers.ts';

/** Slack: a stack has at most three modals. */
export const stackedModalsMax = 3;

export interface View {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  /** The first modal of its stack; itself if it is that, or the App Home. */
  readonly rootId: string;
  readonly previousId?: string;
  /** The conversation in which the person opened it. */
  readonly openedIn?: string;
  /** As the app sent it, with the block_id and action_id that Slack adds. */
  readonly content: JsonObject;
  /** The person's entries so far. */
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

  /** A person's App Home; undefined until the app has published one. */
  home(user: string): View | undefined {
    return this.#homes.get(user);
  }

  /** Finds an open view by its id, or else by its external_id. */
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

  /** Opens a modal on top of the topmost one. Returns undefined if there is none, or the stack is full. */
  push(user: string, content: JsonObject): View | undefined {
    const stack = this.stackOf(user);
    const top = stack.at(-1);
    if (top === undefined || stack.length >= stackedModalsMax) return undefined;
    const view = this.#create(user, content, {
      rootId: top.rootId,
      previousId: top.id,
      ...(top.openedIn !== undefined && { openedIn: top.openedIn }),
    });
    this.#stacks.set(user, [...stack, view]);
    return view;
  }

  /** Replaces a view's content. Entries stay, and show again in inputs with the same block_id and action_id. */
  update(view: View, content: JsonObject): View {
    return this.#put({ ...view, content, hash: this.#hash() });
  }

  enter(view: View, entered: FormValues): View {
    return this.#put({ ...view, entered });
  }

  /** Sets a person's App Home. It keeps its id. */
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
    position: Partial<Pick<View, 'rootId' | 'previousId' | 'openedIn'>>,
  ): View {
    const id = this.#identifiers.nextId('V');
    return { rootId: id, ...position, id, hash: this.#hash(), user, content, entered: {} };
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
  return asObjects(view.content.blocks);
}

/** Slack: a trigger_id is good for three seconds and one use. */
const lifetimeMs = 3000;

export interface Trigger {
  readonly user: string;
  readonly channel?: string;
  /** The id of the modal in which the person acted, if they did. */
  readonly fromView?: string;
  /** The id of the work object that the person opened, or in which they pressed a button. */
  readonly entityId?: string;
  /** It opened a work object's pane, and opens no modal. */
  readonly isForPane?: true;
}

export type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** The trigger_ids that the app was given; each opens one modal. */
export class Triggers {
  readonly #issued = new Map<string, Trigger & { readonly issuedAt: number; exchanged: boolean }>();
  readonly #clock: Clock;
  readonly #identifiers: Identifiers;

  constructor(clock: Clock, identifiers: Identifiers) {
    this.#clock = clock;
    this.#identifiers = identifiers;
  }

  issue(trigger: Trigger): string {
    const id = this.#identifiers.nextTriggerId();
    this.#issued.set(id, { ...trigger, issuedAt: this.#clock.now(), exchanged: false });
    return id;
  }

  /** Uses a trigger_id up. Returns its trigger, or Slack's refusal. */
  exchange(id: string): Trigger | TriggerRefusal {
    const trigger = this.#issued.get(id);
    if (trigger === undefined) return 'invalid_trigger_id';
    if (trigger.exchanged) return 'exchanged_trigger_id';
    if (this.#clock.now() - trigger.issuedAt > lifetimeMs) return 'expired_trigger_id';
    trigger.exchanged = true;
    return trigger;
  }
}
