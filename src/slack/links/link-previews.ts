import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { forgetOldest } from '../../text/remember.ts';
import type { TalkEntity } from './talk-entity.ts';

/** The message, or the text that a person types, in which links are. */
export type UnfurlTarget =
  | { readonly unfurl_id: string; readonly source: 'composer' | 'conversations_history' }
  | { readonly channel: string; readonly ts: string };

/** The workspace of a request, with its token. */
export interface PreviewWorkspace {
  readonly workspace: string;
  readonly token: string | undefined;
}

/** Workspaces and reasons that are logged once. */
const LOGGED_AT_MOST = 1000;

/**
 * Sends Slack the cards and panes of talks. Nobody asked Lectern for them, so a call that fails is not tried again, and
 * each reason is logged once: a workspace that does not grant the scope would fill the log with every link.
 */
export class LinkPreviews {
  readonly #client: webApi.WebClient;
  readonly #log: Logger;
  readonly #logged = new Set<string>();

  /** A client that has to wait lets all its calls wait, so it must be one that answers nobody. */
  constructor({ client, log }: { readonly client: webApi.WebClient; readonly log: Logger }) {
    this.#client = client;
    this.#log = log;
  }

  /** Shows cards below the links of one message, all at once. */
  async unfurl(target: UnfurlTarget, cards: readonly TalkEntity[], of: PreviewWorkspace): Promise<void> {
    await this.#call(of, token =>
      this.#client.chat.unfurl({ ...target, metadata: { entities: [...cards] }, ...token }),
    );
  }

  /** Fills the pane that a person has opened; undefined if its talk is not known any more. */
  async present(triggerId: string, pane: TalkEntity | undefined, of: PreviewWorkspace): Promise<void> {
    const content = pane === undefined ? { error: { status: 'not_found' } } : { metadata: pane };
    await this.#call(of, token =>
      this.#client.entity.presentDetails({ trigger_id: triggerId, ...content, ...token }),
    );
  }

  async #call(
    { workspace, token }: PreviewWorkspace,
    call: (token: { readonly token?: string }) => Promise<unknown>,
  ): Promise<void> {
    try {
      await call(token === undefined ? {} : { token });
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      this.#logOnce(`${workspace} ${reason}`, error);
    }
  }

  #logOnce(name: string, error: unknown): void {
    if (this.#logged.has(name)) return;
    this.#logged.add(name);
    forgetOldest(this.#logged, LOGGED_AT_MOST);
    this.#log.warn({ err: error }, 'Slack did not take the card of a talk, so its link stays as it is.');
  }
}

/** Slack's own word for a refusal, or the kind of another failure of a call; undefined for any other fault. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  const isCall =
    error instanceof webApi.WebAPIRateLimitedError ||
    error instanceof webApi.WebAPIHTTPError ||
    error instanceof webApi.WebAPIRequestError;
  return isCall ? error.code : undefined;
}
