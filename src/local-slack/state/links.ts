import { isIP } from 'node:net';
import type { JsonObject } from '../json.ts';
import { unescapeText } from '../text/mrkdwn.ts';
import type { Identifiers } from './identifiers.ts';

/** A link as `link_shared` tells of it. */
export interface SharedLink {
  readonly url: string;
  /** The registered domain that it matches. */
  readonly domain: string;
}

type LinkSource = 'composer' | 'conversations_history';

/** The links of a message, or of a text that a person has typed and not sent yet. */
export interface Unfurl {
  readonly id: string;
  readonly source: LinkSource;
  readonly links: readonly SharedLink[];
  /** The message; or the person and the conversation in which they type. */
  readonly place: { readonly channel: string; readonly ts: string } | DraftPlace;
}

export interface DraftPlace {
  readonly user: string;
  readonly channel: string;
  readonly threadTs?: string;
}

/** A text in the making, with the cards of its links. */
export interface Draft extends DraftPlace {
  readonly unfurlId: string;
  readonly cards: readonly JsonObject[];
}

/** The links that the app was told of, and the previews of those in texts that are not sent yet. */
export class Links {
  readonly #domains: () => readonly string[];
  readonly #identifiers: Identifiers;
  readonly #unfurls = new Map<string, Unfurl>();
  /** By person: nobody types in two places at once. */
  readonly #drafts = new Map<string, Draft>();

  /** `domains` are the app's `unfurl_domains`. */
  constructor(domains: () => readonly string[], identifiers: Identifiers) {
    this.#domains = domains;
    this.#identifiers = identifiers;
  }

  /** The links in a text, as Slack encodes it, that lead to a registered domain or a name below it; each once. */
  find(encodedText: string): readonly SharedLink[] {
    const domains = checkDomains(this.#domains());
    const urls = [...encodedText.matchAll(/<(https?:[^<>|]+)(?:\|[^<>]*)?>/g)].map(([, url = '']) =>
      unescapeText(url),
    );
    return [...new Set(urls)].flatMap(url => {
      const host = hostOf(url);
      const domain = domains.find(each => host === each || host?.endsWith(`.${each}`) === true);
      return domain === undefined ? [] : [{ url, domain }];
    });
  }

  share(unfurl: Omit<Unfurl, 'id'>): Unfurl {
    const id = `${this.#identifiers.nextId('U')}.${this.#identifiers.newSecret()}`;
    const shared: Unfurl = { ...unfurl, id };
    this.#unfurls.set(id, shared);
    return shared;
  }

  unfurl(id: string): Unfurl | undefined {
    return this.#unfurls.get(id);
  }

  /** The links of a message, by its place. */
  unfurlOf(channel: string, ts: string): Unfurl | undefined {
    return [...this.#unfurls.values()].find(
      ({ place }) => 'ts' in place && place.channel === channel && place.ts === ts,
    );
  }

  draftOf(user: string): Draft | undefined {
    return this.#drafts.get(user);
  }

  /** Begins the preview of a text that a person types; undefined ends it. */
  draft(user: string, draft: Omit<Draft, 'cards'> | undefined): void {
    if (draft === undefined) this.#drafts.delete(user);
    else this.#drafts.set(user, { ...draft, cards: [] });
  }

  /** Shows cards in the preview that belongs to an unfurl; those of a text that was changed or sent are too late. */
  showInDraft(user: string, unfurlId: string, cards: readonly JsonObject[]): void {
    const draft = this.#drafts.get(user);
    if (draft?.unfurlId === unfurlId) this.#drafts.set(user, { ...draft, cards });
  }
}

const DOMAINS_MAX = 5;

/** «unfurl_domains: at most five; lower case, without a port; no IP addresses». Throws if Slack would not save them. */
function checkDomains(domains: readonly string[]): readonly string[] {
  const wrong = domains.find(each => isIP(each) !== 0 || !/^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(each));
  if (wrong !== undefined) throw new Error(`Slack takes no unfurl domain ${wrong}.`);
  if (domains.length > DOMAINS_MAX) throw new Error(`Slack takes at most ${DOMAINS_MAX} unfurl domains.`);
  return domains;
}

/** Not by URL.canParse: after some thousand calls, Node 20 refuses addresses with letters such as ü. */
function hostOf(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
