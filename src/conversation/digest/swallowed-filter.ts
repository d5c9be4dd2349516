import { splitTyped } from '../../search/query/parse-query.ts';
import type { QueryPart } from '../../search/query/query-parts.ts';
import { partsOfOrder } from './cut-own-texts.ts';
import type { Order } from './order.ts';
import type { OrderMistake } from './order-mistakes.ts';
import { typedOrder } from './typed-order.ts';

/** A filter in a text without quotes may be the order's, `08:00 closing See you track:storage`: its person is asked. */
export function swallowedFilter(whole: string, order: Order): OrderMistake | undefined {
  for (const { name, text, isQuoted } of partsOfOrder(whole)) {
    if (name === 'order' || isQuoted) continue;
    const { text: read, parts } = splitTyped(text);
    const filter = parts.find(({ kind }) => kind !== 'words' && kind !== 'phrase' && kind !== 'without');
    if (filter === undefined) continue;
    const typed = typedFilter(filter);
    const start = filter.start - filter.name.length - (filter.not ? 1 : 0);
    const without = `${read.slice(0, start)} ${read.slice(filter.start + filter.text.length)}`;
    const filters = [order.filters, typed].filter(Boolean).join(' ');
    const ordered = { language: 'en', ...order } as const;
    return {
      kind: 'filter in text',
      filter: typed,
      text: name,
      nearest: [
        typedOrder({ ...ordered, filters, [name]: without.replace(/\s+/g, ' ').trim() }),
        typedOrder(ordered),
      ],
    };
  }
  return undefined;
}

function typedFilter({ kind, text, not }: QueryPart): string {
  return `${not ? '-' : ''}${kind}:${text}`;
}
