import { groupByEach } from '../../../text/keys.ts';
import { type Fields, isFields, listFields } from '../../reading/json.ts';
import { kindOfCollection, toKey } from './collections.ts';

/**
 * Takes off what interfaces and content systems put around values, so that a record has its fields and an id refers by
 * itself: JSON:API, Strapi, GraphQL, Contentful, Sanity, Airtable, Notion, WordPress, Firebase and schema.org (JSON-LD).
 * A value that has none of their forms is returned as it is.
 */
export function simplify(value: unknown, name = '', levels = LEVELS_MAX): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date || levels === 0) return value;
  if (Array.isArray(value)) return simplifyList(value, name, levels);
  const unwrapped = isFields(value) ? unwrapObject(value) : value;
  if (unwrapped !== value || !isFields(unwrapped)) return simplify(unwrapped, name, levels - 1);
  return mapValues(unwrapped, (inner, field) => simplify(readFlags(field, inner), field, levels - 1));
}

/** As deep as JSON is read. */
const LEVELS_MAX = 64;

function simplifyList(list: readonly unknown[], name: string, levels: number): unknown {
  if (list.length > 0 && list.every(isTextBlock)) return list.map(readTextBlock).join('\n\n');
  // The speakers of a talk say their types, too.
  const groups = kindOfCollection(name) === undefined ? groupByType(list) : undefined;
  if (groups !== undefined) return simplify(groups, name, levels);
  const items = list.map(item => simplify(item, '', levels - 1));
  return items.some((item, at) => item !== list[at]) ? items : list;
}

function mapValues(fields: Fields, change: (value: unknown, name: string) => unknown): Fields {
  const entries = Object.entries(fields);
  const changed = entries.map(([name, value]): [string, unknown] => [name, change(value, name)]);
  return changed.some(([, value], at) => value !== entries[at]?.[1]) ? Object.fromEntries(changed) : fields;
}

/** Each returns undefined for an object that has another form; the first that fits is taken. */
const FORMS: readonly ((value: Fields) => unknown)[] = [
  readReference,
  readConnection,
  readRelation,
  readResource,
  readContentfulEntry,
  readAirtableRecord,
  readNotionPage,
  readWordPressPost,
  readEventStatus,
];

function unwrapObject(value: Fields): unknown {
  for (const read of FORMS) {
    const plain = read(value);
    if (plain !== undefined) return plain;
  }
  return value;
}

/** An object that only names another one by its id, or a text that stands in an object of its own. */
function readReference(value: Fields): unknown {
  const { sys, _ref, current, rendered } = value;
  if (isFields(sys) && sys.type === 'Link') return sys.id;
  if (typeof _ref === 'string') return _ref;
  if (value._type === 'slug') return current;
  if (typeof rendered === 'string') return rendered;
  return Object.keys(value).join() === '@id' ? value['@id'] : undefined;
}

/** GraphQL's `{ edges: [{ node }] }` or `{ nodes }`. */
function readConnection(value: Fields): unknown {
  const { edges, nodes } = value;
  if (!hasOnly(value, ['edges', 'nodes', 'pageInfo', 'totalCount', '__typename'])) return undefined;
  if (Array.isArray(nodes)) return nodes;
  return Array.isArray(edges) ? listFields(edges).map(({ node }) => node) : undefined;
}

/** `{ data: [{ id }] }`, in JSON:API with the ids alone and in Strapi with all fields. */
function readRelation(value: Fields): unknown {
  if (!('data' in value) || !hasOnly(value, ['data'])) return undefined;
  const { data } = value;
  if (data === null) return [];
  const isResource = (one: unknown) => isFields(one) && 'id' in one && ('attributes' in one || 'type' in one);
  return (Array.isArray(data) && data.every(isResource)) || isResource(data) ? data : undefined;
}

/** `{ id, attributes, relationships }`. */
function readResource(value: Fields): unknown {
  const { id, attributes, relationships, links } = value;
  if (isFields(attributes) && hasOnly(value, RESOURCE_NAMES))
    return { id, ...attributes, ...(isFields(relationships) && mapValues(relationships, readIds)), links };
  return undefined;
}

const RESOURCE_NAMES = ['id', 'type', 'attributes', 'relationships', 'links', 'meta'];

/** The ids in a relationship of JSON:API; nothing where it only has an address to ask. */
function readIds(relation: unknown): unknown {
  const data = isFields(relation) ? relation.data : undefined;
  if (isFields(data)) return data.id;
  return Array.isArray(data) ? listFields(data).map(({ id }) => id) : '';
}

function readContentfulEntry({ sys, fields, ...rest }: Fields): unknown {
  if (!isFields(sys) || !isFields(fields)) return undefined;
  return { id: sys.id, ...rest, ...fields };
}

function readAirtableRecord({ id, createdTime, fields, ...rest }: Fields): unknown {
  if (createdTime === undefined || !isFields(fields) || Object.keys(rest).length > 0) return undefined;
  return { id, ...fields };
}

/** Each property of a Notion page says its type, under which its value stands. */
function readNotionPage({ object, id, url, properties }: Fields): unknown {
  if (object !== 'page' || !isFields(properties)) return undefined;
  return { id, url, ...mapValues(properties, readNotionProperty) };
}

function readNotionProperty(property: unknown): unknown {
  const type = isFields(property) ? property.type : undefined;
  if (!isFields(property) || typeof type !== 'string') return property;
  const value = property[type];
  if (/^(?:created|last_edited)_/.test(type)) return '';
  if (type === 'title' || type === 'rich_text')
    return listFields(value)
      .map(part => part.plain_text)
      .join('');
  if (type === 'date') return isFields(value) ? (value.end ? value : value.start) : '';
  if (type === 'relation') return listFields(value).map(page => page.id);
  if (type === 'formula' || type === 'rollup') return readNotionProperty(value);
  // A select has the name of its choice, and a rollup has properties.
  return Array.isArray(value)
    ? value.map(one => (isFields(one) ? (one.name ?? readNotionProperty(one)) : one))
    : isFields(value)
      ? value.name
      : value;
}

/** A post's own date, type and status tell when it was written and what it is to the website. */
function readWordPressPost(value: Fields): unknown {
  const { title, content, status } = value;
  if (!isFields(title) || typeof title.rendered !== 'string' || !('date' in value || 'slug' in value))
    return undefined;
  const {
    date: _,
    date_gmt,
    modified,
    modified_gmt,
    guid,
    type,
    status: __,
    excerpt,
    content: ___,
    ...rest
  } = value;
  return { ...rest, title: title.rendered, description: content, state: status === 'publish' ? '' : status };
}

/** schema.org's `https://schema.org/EventCancelled`. */
function readEventStatus(value: Fields): unknown {
  const { eventStatus, ...rest } = value;
  if (typeof eventStatus !== 'string') return undefined;
  const [, word = eventStatus] = /(?:^|\/)Event([A-Z]\w+)$/.exec(eventStatus) ?? [];
  return { ...rest, state: word === 'Postponed' ? 'cancelled' : word };
}

/** Firebase has `speakers: { ada: true, bo: true }` for a list of ids. */
function readFlags(name: string, value: unknown): unknown {
  if (!isFields(value) || !LISTS_OF_IDS.has(kindOfCollection(name) ?? '')) return value;
  const ids = Object.entries(value);
  return ids.length > 0 && ids.every(([, flag]) => flag === true) ? ids.map(([id]) => id) : value;
}

const LISTS_OF_IDS: ReadonlySet<string> = new Set(['person', 'room', 'track', 'talk']);

/** A paragraph of Sanity's rich text. */
function isTextBlock(value: unknown): boolean {
  return isFields(value) && value._type === 'block' && Array.isArray(value.children);
}

function readTextBlock(block: unknown): string {
  return listFields(isFields(block) ? block.children : [])
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('');
}

/**
 * Parts a list of entries that say their types, if some are of people, rooms or tracks: `included` of JSON:API, `@graph`
 * of JSON-LD, entries of Contentful and Sanity. Undefined for any other list.
 */
function groupByType(list: readonly unknown[]): Fields | undefined {
  const typed = listFields(list).flatMap(entry => {
    const type = findType(entry);
    return type === undefined ? [] : { entry, type };
  });
  if (list.length === 0 || typed.length < list.length) return undefined;
  const groups = groupByEach(typed, ({ type }) => [type]);
  if (![...groups.keys()].some(type => LISTS_OF_IDS.has(type) && type !== 'talk')) return undefined;
  return Object.fromEntries([...groups].map(([type, group]) => [type, group.map(({ entry }) => entry)]));
}

/** The kind of an entry's type, `person` for `conferenceSpeaker`, or the type itself. */
function findType(entry: Fields): string | undefined {
  const { sys, _type, type, attributes, __typename } = entry;
  const contentType = isFields(sys) && isFields(sys.contentType) ? sys.contentType.sys : undefined;
  const written =
    _type ??
    entry['@type'] ??
    __typename ??
    (isFields(attributes) ? type : undefined) ??
    (isFields(contentType) ? contentType.id : undefined);
  const name = Array.isArray(written) ? written[0] : written;
  if (typeof name !== 'string' || name === '') return undefined;
  const words = toKey(name).split('-');
  return kindOfCollection(name) ?? kindOfCollection(words.at(-1) ?? '') ?? name;
}

function hasOnly(value: Fields, names: readonly string[]): boolean {
  return Object.keys(value).every(name => names.includes(name));
}
