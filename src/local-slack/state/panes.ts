import type { JsonObject } from '../json.ts';

/** The pane beside the conversation that shows one work object in full to one person. */
export interface Pane {
  readonly user: string;
  /** The id in the work object's external_ref. */
  readonly entityId: string;
  readonly entityUrl: string;
  /** The link as it was posted, and the message that has it. */
  readonly link: { readonly url: string; readonly channel: string; readonly ts: string };
  /** From the app: the work object's metadata, or an error with a status; undefined until it has answered. */
  readonly shown?: { readonly metadata: JsonObject } | { readonly error: JsonObject };
}

/** The open pane of each person. */
export class Panes {
  readonly #open = new Map<string, Pane>();

  of(user: string): Pane | undefined {
    return this.#open.get(user);
  }

  open(pane: Pane): void {
    this.#open.set(pane.user, pane);
  }

  /** Shows the app's answer, unless the person has closed the pane or opened another one. */
  show(user: string, entityId: string, shown: NonNullable<Pane['shown']>): void {
    const pane = this.#open.get(user);
    if (pane?.entityId === entityId) this.#open.set(user, { ...pane, shown });
  }

  close(user: string): void {
    this.#open.delete(user);
  }
}
