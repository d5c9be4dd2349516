import { isIP } from 'node:net';
import type { Programme } from '../../programme/programme.ts';
import { findTalkPages, type PageHost } from '../../programme/talk-pages.ts';
import { conferencesOf, type Loaded } from '../../search/loaded.ts';
import { rememberOf } from '../../text/remember.ts';
import { finish } from '../../text/steps.ts';

/** Events of pasted links, which the manifests leave out. A test compares them with docs/operators.md. */
export const LINK_EVENTS: readonly string[] = ['link_shared', 'entity_details_requested'];

/** The hosts of talks' pages, as Slack registers them. */
export interface LinkDomains {
  /** For `features.unfurl_domains`, the one with the most pages first. */
  readonly domains: readonly string[];
  /** Hosts that Slack does not take: too many, or no names of the internet. */
  readonly others: readonly string[];
}

/** Slack: `unfurl_domains` are at most five, in small letters, without a port, and no IP addresses. */
const DOMAINS_MAX = 5;

/** The domains to register, so that Slack tells Lectern of links to these programmes' talks. */
export function findLinkDomains(programmes: readonly Programme[]): LinkDomains {
  const hosts = programmes
    .flatMap(programme => finish(findTalkPages(programme)).hosts)
    .sort((a, b) => b.pages - a.pages);
  return chooseDomains(hosts);
}

/** The same of all conferences that are loaded, once for each programme. */
export const linkDomainsOf = rememberOf((loaded: Loaded) => findLinkDomains(conferencesOf(loaded)).domains);

/** A domain stands for all names below it, too. */
export function chooseDomains(hosts: readonly Pick<PageHost, 'host'>[]): LinkDomains {
  const names = [...new Set(hosts.map(({ host }) => host.replace(/:\d+$/, '')))];
  const possible = names.filter(name => isIP(name) === 0 && /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(name));
  const widest = possible.filter(name => !possible.some(each => name.endsWith(`.${each}`)));
  const domains = widest.slice(0, DOMAINS_MAX);
  return {
    domains,
    others: names.filter(name => !domains.some(each => name === each || name.endsWith(`.${each}`))),
  };
}
