import { asObjects, asString, type JsonObject } from '../json.ts';
import type { State } from '../state/state.ts';
import { findVisibleChannel } from './channels.ts';
import { parseStructured } from './requests.ts';
import { type ApiResponse, isRefusal, refuse, refuseViolations, succeed } from './responses.ts';

export function announceFile(args: JsonObject, { files, address }: State): JsonObject {
  const name = asString(args.filename) ?? '';
  const length = Number(args.length);
  // «Typically only occurs when the `length` provided is 0.»
  if (name === '' || args.length === undefined || length === 0) return refuse('missing_argument');
  if (!Number.isInteger(length) || length < 0) return refuse('invalid_arguments');
  const { id, secret } = files.announce(name, length);
  return succeed({ upload_url: `http://${address.host}/upload/v1/${secret}`, file_id: id });
}

/** Takes a file at the address that announceFile gave. Slack takes forms there, too, which this workspace does not. */
export function receiveFile(secret: string, bytes: Uint8Array, { files }: State): ApiResponse {
  const respond = (status: number, text: string): ApiResponse => ({
    status,
    headers: {},
    body: { ok: status === 200 },
    text,
  });
  switch (files.receive(secret, bytes)) {
    case 'taken':
      return respond(200, `OK - ${bytes.length}`);
    case 'unknown':
      return respond(404, 'not found');
    case 'wrong length':
      return respond(400, 'the file has another length than was announced');
  }
}

/** A person's id is none: only chat.postMessage opens direct messages by it. */
const CHANNEL = /^[CGDZ][A-Z0-9]{8,}$/;

export function shareFiles(args: JsonObject, state: State): JsonObject {
  const listed = parseStructured(args.files);
  if (!Array.isArray(listed) || listed.length === 0)
    return refuseViolations('invalid_arguments', [{ path: '', rule: 'missing required field: files' }]);
  const wanted = asObjects(listed).map(({ id, title }) => ({
    id: asString(id) ?? '',
    title: asString(title),
  }));
  const channelId = asString(args.channel_id);
  if (channelId !== undefined && !CHANNEL.test(channelId)) {
    const rule = `input must match regex pattern: ${CHANNEL.source}`;
    return refuseViolations('invalid_arguments', [{ path: '/channel_id', rule }]);
  }
  const { directory, files, messages } = state;
  const channel = channelId === undefined ? undefined : findVisibleChannel(channelId, directory);
  if (channel !== undefined && isRefusal(channel)) return channel;
  if (channel !== undefined && !directory.hasBot(channel)) return refuse('not_in_channel');
  if (wanted.length < listed.length || !wanted.every(({ id }) => files.isShareable(id)))
    return refuse('file_not_found');
  const shared = wanted.map(({ id, title }) => files.share(id, title));
  if (channel !== undefined)
    messages.post({
      channel: channel.id,
      author: directory.bot.userId,
      text: asString(args.initial_comment) ?? '',
      blocks: [],
      files: shared,
    });
  return succeed({ files: shared.map(({ id, title }) => ({ id, title })) });
}
