import { type types, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { InFlight } from '../digests/deliver/in-flight.ts';
import { type Member, memberKey } from '../people/stars.ts';
import { forgetOldest } from '../text/remember.ts';
import { underSameId } from '../text/work-id.ts';
import type { WorkspaceClients } from './web-client.ts';

export interface HomePublisherOptions {
  /** Draws a person's Home as it is now. */
  readonly draw: (member: Member) => Promise<types.HomeView>;
  /** Clients of its own: when Slack limits the rate of these calls, no answer waits for them. */
  readonly clients: WorkspaceClients;
  readonly log: Logger;
}

/** A Home that was published since the process started. */
interface PublishedHome {
  /** Slack's name for the version that it has; undefined if that is not known. */
  hash: string | undefined;
  /** Publishes until the Home is no longer stale. */
  running: Promise<void> | undefined;
  isStale: boolean;
}

/** The Homes that were opened longest ago are forgotten first; they are drawn anew when they are opened. */
const HOMES_AT_MOST = 20_000;

/**
 * Publishes people's Homes, those of one person one after the other: what changes while one is under way is in the next
 * one, and that is drawn when it is sent. Each names the version that it replaces, so that it cannot undo what another
 * process has published since.
 */
export class HomePublisher {
  readonly #homes = new Map<string, PublishedHome>();
  readonly #refreshes = new InFlight();
  readonly #draw: HomePublisherOptions['draw'];
  readonly #clients: WorkspaceClients;
  readonly #log: Logger;

  constructor({ draw, clients, log }: HomePublisherOptions) {
    this.#draw = draw;
    this.#clients = clients;
    this.#log = log;
  }

  /** Publishes the Home of a person who looks at it. `hash` is that of the version that they see. Throws if Slack refuses. */
  async open(member: Member, hash: string | undefined): Promise<void> {
    const key = memberKey(member);
    const home = this.#homes.get(key) ?? { hash, running: undefined, isStale: true };
    this.#homes.delete(key);
    this.#homes.set(key, home);
    forgetOldest(this.#homes, HOMES_AT_MOST);
    if (home.running === undefined) home.hash = hash;
    await this.#publish(member, home);
  }

  /**
   * Publishes a person's Home again after something in it has changed. One that was not opened since the process started
   * is left alone: Slack asks for it when it is opened. Nobody waits for this, so a fault is only logged.
   */
  refresh(member: Member): void {
    const home = this.#homes.get(memberKey(member));
    if (home === undefined) return;
    void this.#refreshes.track(underSameId(() => this.#publishOrSay(member, home)));
  }

  /** Resolves once no Home is being refreshed. */
  settled(): Promise<void> {
    return this.#refreshes.settled();
  }

  async #publishOrSay(member: Member, home: PublishedHome): Promise<void> {
    try {
      await this.#publish(member, home);
    } catch (error) {
      this.#log.warn({ err: error }, 'A Home could not be published; it is when the person opens it again.');
    }
  }

  #publish(member: Member, home: PublishedHome): Promise<void> {
    home.isStale = true;
    home.running ??= this.#run(member, home).finally(() => {
      home.running = undefined;
    });
    return home.running;
  }

  async #run(member: Member, home: PublishedHome): Promise<void> {
    while (home.isStale) {
      home.isStale = false;
      home.hash = await this.#send(member, home.hash);
    }
  }

  /** Returns the hash of the version that Slack now has. */
  async #send(member: Member, hash: string | undefined): Promise<string | undefined> {
    try {
      return await this.#sendOnce(member, hash);
    } catch (error) {
      const isConflict = error instanceof webApi.WebAPIPlatformError && error.data.error === 'hash_conflict';
      if (!isConflict) throw error;
      // Slack does not say which version it has. What is drawn now is newer than that.
      return this.#sendOnce(member, undefined);
    }
  }

  async #sendOnce(member: Member, hash: string | undefined): Promise<string | undefined> {
    const client = await this.#clients.clientIn(member.workspace);
    const published = await client?.views.publish({
      user_id: member.person,
      view: await this.#draw(member),
      ...(hash !== undefined && { hash }),
    });
    return published?.view?.hash;
  }
}
