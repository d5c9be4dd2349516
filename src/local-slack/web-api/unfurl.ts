import { checkBlocks } from '../block-kit/check.ts';
import { type Violation, violate } from '../block-kit/checks.ts';
import { checkEntity } from '../block-kit/entity.ts';
import { asObjects, asString, isObject, type JsonObject } from '../json.ts';
import type { Unfurl } from '../state/links.ts';
import type { State } from '../state/state.ts';
import { parseStructured } from './requests.ts';
import { isRefusal, type Refusal, refuse, refuseViolations, succeed } from './responses.ts';

/** `chat.unfurl`: cards for the links of a message, or of a text that a person is typing. */
export function unfurlLinks(args: JsonObject, state: State): JsonObject {
  const unfurl = findUnfurl(args, state);
  if (isRefusal(unfurl)) return unfurl;
  const { metadata, unfurls } = args;
  if (metadata === undefined && unfurls === undefined) return refuse('missing_unfurls');
  const cards = metadata === undefined ? refuseBlocks(unfurls) : readCards(metadata);
  if (isRefusal(cards)) return cards;
  const posted = new Set(unfurl.links.map(({ url }) => url));
  if (cards.some(card => !posted.has(asString(card.app_unfurl_url) ?? '')))
    return refuse('cannot_unfurl_url');
  return show(cards, unfurl, state);
}

function show(cards: readonly JsonObject[], { id, place }: Unfurl, { messages, links }: State): JsonObject {
  if (!('ts' in place)) {
    links.showInDraft(place.user, id, cards);
    return succeed();
  }
  const message = messages.find(place.channel, place.ts);
  if (message === undefined) return refuse('cannot_find_message');
  messages.attach(message, cards);
  return succeed();
}

/** «Both unfurl_id and source must be provided together, or channel and ts must be provided together.» */
function findUnfurl({ unfurl_id: id, source, channel, ts }: JsonObject, { links }: State): Unfurl | Refusal {
  if (id === undefined && source === undefined) {
    if (typeof channel !== 'string') return refuse('missing_channel');
    if (typeof ts !== 'string') return refuse('missing_ts');
    return links.unfurlOf(channel, ts) ?? refuse('cannot_unfurl_message');
  }
  if (typeof id !== 'string') return refuse('missing_unfurl_id');
  if (typeof source !== 'string') return refuse('missing_source');
  const unfurl = links.unfurl(id);
  if (unfurl === undefined) return refuse('invalid_unfurl_id');
  return unfurl.source === source ? unfurl : refuse('invalid_source');
}

function readCards(metadata: unknown): readonly JsonObject[] | Refusal {
  const parsed = parseStructured(metadata);
  if (!isObject(parsed) || !Array.isArray(parsed.entities) || parsed.entities.length === 0)
    return refuse('invalid_metadata');
  const violations = parsed.entities.flatMap((entity, index) =>
    checkEntity(entity, `/metadata/entities/${index}`, 'unfurl'),
  );
  return violations.length > 0
    ? refuseViolations('invalid_metadata', violations)
    : asObjects(parsed.entities);
}

/** Slack takes blocks, too, but no rich text among them. This workspace draws work objects alone. */
function refuseBlocks(unfurls: unknown): Refusal {
  const parsed = parseStructured(unfurls);
  if (!isObject(parsed)) return refuse('invalid_unfurls_format');
  const violations = Object.entries(parsed).flatMap(([url, unfurl]) =>
    isObject(unfurl)
      ? checkUnfurlBlocks(unfurl.blocks, url)
      : violate(`/unfurls/${url}`, 'must be an object'),
  );
  return violations.length > 0
    ? refuseViolations('invalid_blocks', violations)
    : refuse('invalid_arguments', { errors: ['this workspace draws no blocks below links; use metadata'] });
}

function checkUnfurlBlocks(blocks: unknown, url: string): readonly Violation[] {
  const rich = asObjects(blocks).flatMap((block, index) =>
    block.type === 'rich_text'
      ? violate(`/unfurls/${url}/blocks/${index}`, 'unsupported type: rich_text')
      : [],
  );
  return [...rich, ...checkBlocks(blocks, 'message')];
}
