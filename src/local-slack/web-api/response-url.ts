import { asString, type JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import type { State } from '../state/state.ts';
import { type MessageContent, readContent } from './content.ts';
import { isTrue } from './requests.ts';
import { type ApiResponse, isRefusal, refuse, succeed, toResponse } from './responses.ts';

/** Handles a post by the app to a `response_url`, named by the secret in it. */
export function handleResponseUrl(secret: string, args: JsonObject, state: State): ApiResponse {
  const target = state.responseUrls.use(secret);
  // Slack answers 404 with `used_url` or `expired_url`; Bolt's respond() throws on it.
  if (typeof target === 'string') return { ...toResponse(refuse(target)), status: 404 };
  const body = showResponse(target, args, state);
  return { ...toResponse(body), status: body.ok === true ? 200 : 400 };
}

/** Posts, replaces or deletes a message for the app, which has used a `response_url` or acknowledged a command. */
export function showResponse(target: ResponseTarget, args: JsonObject, state: State): JsonObject {
  const { messages } = state;
  const original = target.original === undefined ? undefined : messages.find(target.channel, target.original);
  if (isTrue(args.delete_original)) {
    if (original !== undefined) messages.remove(original);
    return original === undefined ? refuse('message_not_found') : succeed();
  }
  const content = readContent(args, state);
  if (isRefusal(content)) return content;
  const { response_type: type } = args;
  if (type !== undefined && type !== 'ephemeral' && type !== 'in_channel') return refuse('invalid_arguments');
  if (isTrue(args.replace_original) && original !== undefined) {
    // An ephemeral message stays ephemeral and a public one public, whatever the response_type.
    messages.replace(original, content);
  } else {
    target.original = post(target, content, args, state).ts;
  }
  return succeed();
}

function post(target: ResponseTarget, content: MessageContent, args: JsonObject, state: State): Message {
  const threadTs = asString(args.thread_ts) ?? target.threadTs;
  return state.messages.post({
    ...content,
    channel: target.channel,
    author: state.directory.bot.userId,
    ...(threadTs !== undefined && { threadTs }),
    // «By default, the message is ephemeral.»
    ...(args.response_type !== 'in_channel' && { ephemeralFor: target.user }),
  });
}
