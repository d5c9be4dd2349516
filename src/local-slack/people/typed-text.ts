import { messageTextMax } from '../block-kit/check.ts';
import type { Directory } from '../state/directory.ts';

/** A text that somebody can type; Slack's own field takes no longer one. */
export function requireTypeable(text: string): string {
  if (text.length <= messageTextMax) return text;
  throw new Error(`Slack takes ${messageTextMax.toLocaleString('en')} characters, and these are more.`);
}

/** What Slack does to every text that a person types: & < > are escaped, and nothing else. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A message as typed, with its names, channels and addresses as Slack sends them: `<@U…>`, `<#C…|name>`, `<https://…>`. */
export function encodeMessageText(text: string, directory: Directory): string {
  return escapeText(text)
    .replace(/\bhttps?:\/\/[^\s|]+/g, url => `<${url}>`)
    .replace(/(?<![\w.<])@([\w.-]+)/g, (typed, handle: string) => {
      if (/^(here|channel|everyone)$/.test(handle)) return `<!${handle}>`;
      const id = userId(handle, directory);
      return id === undefined ? typed : `<@${id}>`;
    })
    .replace(/(?<![\w<&])#([\w-]+)/g, (typed, name: string) => {
      const channel = directory.channels.find(each => each.name === name && each.kind !== 'dm');
      return channel === undefined ? typed : `<#${channel.id}|${channel.name}>`;
    });
}

/** A slash command's text with `should_escape`: names and channels with their ids and what was typed. */
export function encodeCommandText(text: string, directory: Directory): string {
  return encodeMessageText(text, directory).replace(
    /<@(\w+)>/g,
    (_mention, id: string) => `<@${id}|${handle(id, directory)}>`,
  );
}

/** Handles are the same in capitals: `@Lectern` is what stands on the app. */
function userId(typed: string, { bot, people }: Directory): string | undefined {
  const handle = typed.toLowerCase();
  return handle === bot.handle ? bot.userId : people.find(person => person.handle === handle)?.id;
}

function handle(id: string, directory: Directory): string {
  return id === directory.bot.userId ? directory.bot.handle : (directory.person(id)?.handle ?? id);
}
