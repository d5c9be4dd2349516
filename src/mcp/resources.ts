import {
  ProtocolError,
  ProtocolErrorCode,
  type Resource,
  ResourceNotFoundError,
  type Server,
} from '@modelcontextprotocol/server';
import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { conferencesOf } from '../search/loaded.ts';
import { addressOf, readAddress } from './addresses.ts';
import { findConference, type KnownConference, listConferences } from './conferences.ts';
import { partOf } from './parameters.ts';
import { findTalk, talkId } from './talk-ids.ts';
import type { CallContext } from './tool.ts';
import { wholeTalk } from './tools/get-talk.ts';
import { wholeConference } from './tools/list-conferences.ts';

const JSON_TYPE = 'application/json';

const TEMPLATES = [
  {
    name: 'conference',
    title: 'Conference',
    uriTemplate: 'lectern://conference/{id}',
    description: 'Days, tracks, rooms and facts of a conference. Ids are those of list_conferences.',
    mimeType: JSON_TYPE,
  },
  {
    name: 'talk',
    title: 'Talk',
    uriTemplate: 'lectern://talk/{id}',
    description: 'Everything about a talk. Ids are those that tools give.',
    mimeType: JSON_TYPE,
  },
];

const RESOURCES_A_PAGE = 100;

/** Offers every conference and every talk as a resource that can be attached to a conversation. */
export function handleResources(server: Server, contextFor: (meta: unknown) => Promise<CallContext>): void {
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: TEMPLATES }));
  server.setRequestHandler('resources/list', async ({ params }, { mcpReq }) => {
    const offset = readCursor(params?.cursor);
    const context = await contextFor(mcpReq._meta);
    const { those, given } = partOf(listAll(context), { offset, limit: RESOURCES_A_PAGE });
    return {
      resources: those.map(listed => writeResource(listed, context)),
      ...('nextOffset' in given && { nextCursor: String(given.nextOffset) }),
    };
  });
  server.setRequestHandler('resources/read', async ({ params: { uri } }, { mcpReq }) => {
    const content = readResource(uri, await contextFor(mcpReq._meta));
    if (content === undefined) throw new ResourceNotFoundError(uri);
    return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(content) }] };
  });
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    'The cursor must be the nextCursor of the page before.',
  );
}

type ListedResource =
  | { readonly conference: KnownConference }
  | { readonly talk: Talk; readonly programme: Programme };

/** Conferences first, then the talks of each. */
function listAll({ answering }: CallContext): readonly ListedResource[] {
  return [
    ...listConferences(answering).map(conference => ({ conference })),
    ...conferencesOf(answering).flatMap(programme => programme.talks.map(talk => ({ talk, programme }))),
  ];
}

function writeResource(listed: ListedResource, { answering }: CallContext): Resource {
  if ('talk' in listed)
    return {
      uri: addressOf('talk', talkId(listed, answering)),
      name: listed.talk.title,
      mimeType: JSON_TYPE,
    };
  const { id, programme } = listed.conference;
  return { uri: addressOf('conference', id), name: programme.conference.name ?? id, mimeType: JSON_TYPE };
}

function readResource(uri: string, context: CallContext): object | undefined {
  const address = readAddress(uri);
  if (address === undefined) return undefined;
  if (address.kind === 'talk') {
    const found = findTalk(address.id, context.answering);
    return found && wholeTalk(found, context);
  }
  const conference = findConference(address.id, context.answering);
  return conference && wholeConference(conference, context.answering);
}
