/** A channel as Slack writes it in what a person typed, `<#C0123|corridor>`, with the words around it in an order. */
const CHANNEL =
  /(?:(?<!\S)(?:in|into|for|to|für|dans|pour|en|para|em|per|voor)\s+)?<#([A-Z][A-Z0-9]+)(?:\|[^>]*)?>(?:\s*(?:,|and|und|et|y|e|en)\s*(?=(?:in\s+)?<#))?/giu;

/** An order begins with `digest`, behind a mention perhaps. */
const ORDER = /^\s*(?:<@[^>]*>\s*)?digest\b/iu;

/** The channels that an order names, once each, and the order without them; other words name none. */
export function readNamedChannels(text: string | undefined): {
  readonly channels: readonly string[];
  readonly words: string;
} {
  const typed = text ?? '';
  if (!ORDER.test(typed)) return { channels: [], words: typed };
  const channels = [...typed.matchAll(CHANNEL)].flatMap(([, id]) => id ?? []);
  return { channels: [...new Set(channels)], words: typed.replace(CHANNEL, ' ') };
}
