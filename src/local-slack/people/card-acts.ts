import type { JsonObject } from '../json.ts';
import type { Pane } from '../state/panes.ts';
import { type CardPlace, closeCard, openCard, pressCard, pressInPane } from './card.ts';
import type { ClickResult } from './click.ts';
import type { WorkspaceContext } from './context.ts';
import type { SentEvent } from './events.ts';
import { type TypedDraft, typeDraft } from './links.ts';

/** Acts of people on the links that they post, and on the app's cards for them. */
export class CardActs {
  readonly #context: WorkspaceContext;

  constructor(context: WorkspaceContext) {
    this.#context = context;
  }

  /** Types a text and does not send it. */
  type(typed: TypedDraft): Promise<SentEvent | undefined> {
    return typeDraft(typed, this.#context);
  }

  open(place: CardPlace): Promise<SentEvent> {
    return openCard(place, this.#context);
  }

  close(user: string): void {
    closeCard(user, this.#context);
  }

  press(pressed: Parameters<typeof pressCard>[0]): Promise<ClickResult> {
    return pressCard(pressed, this.#context);
  }

  pressInPane(pressed: Parameters<typeof pressInPane>[0]): Promise<ClickResult> {
    return pressInPane(pressed, this.#context);
  }

  /** The work object that a person sees beside the conversation. */
  paneOf(user: string): Pane | undefined {
    return this.#context.state.panes.of(user);
  }

  /** The cards of the text that a person types and has not sent yet. */
  ofDraft(user: string): readonly JsonObject[] {
    return this.#context.state.links.draftOf(user)?.cards ?? [];
  }
}
