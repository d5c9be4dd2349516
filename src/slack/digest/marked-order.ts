import { partsOfOrder } from '../../conversation/digest/cut-own-texts.ts';

/** A channel as Slack writes it in what a person typed, `<#C0123|corridor>`, with the words around it in an order. */
const CHANNEL =
  /(?:(?<!\S)(?:in|into|for|to|für|dans|pour|en|para|em|per|voor)\s+)?<#([A-Z][A-Z0-9]+)(?:\|[^>]*)?>(?:\s*(?:,|and|und|et|y|e|en)\s*(?=(?:in\s+)?<#))?/giu;

/** An order begins with `digest`, behind a mention perhaps. */
const ORDER = /^\s*(?:<@[^>]*>\s*)?digest\b/iu;

/** `@here`, `@channel`, `@everyone` and user groups, as Slack writes them. */
const MANY_PEOPLE = /<!(?:here|channel|everyone|subteam\^)[^>]*>/iu;

/** The parts of an order that Slack writes as markup, and its other words. */
export interface MarkedOrder {
  /** The channels that it names, once each. */
  readonly channels: readonly string[];
  /** Whether it would mention very many people. */
  readonly isForMany: boolean;
  readonly words: string;
}

/** Reads the channels and mentions of an order; other words have none. A channel in an intro or a closing line stays there. */
export function readMarkedOrder(text: string | undefined): MarkedOrder {
  const typed = text ?? '';
  if (!ORDER.test(typed)) return { channels: [], isForMany: false, words: typed };
  const parts = partsOfOrder(typed);
  const ordered = parts.filter(({ name }) => name === 'order').map(({ raw }) => raw);
  const channels = ordered.flatMap(raw => [...raw.matchAll(CHANNEL)].flatMap(([, id]) => id ?? []));
  return {
    channels: [...new Set(channels)],
    isForMany: MANY_PEOPLE.test(typed),
    words: parts
      .map(({ name, raw }) =>
        name === 'order' ? raw.replace(CHANNEL, ' ') : raw.replace(NAMED_CHANNEL, '#$1'),
      )
      .join(''),
  };
}

/** Its name is a word of a text: a digest mentions nothing that stands there. */
const NAMED_CHANNEL = /<#(?:[A-Z0-9]+\|(?=[^>]))?([^|>]+)\|?>/gu;
