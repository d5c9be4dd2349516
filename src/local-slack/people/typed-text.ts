import { messageTextMax } from '../block-kit/check.ts';
import type { Directory } from '../state/directory.ts';

/** Returns the text. Throws if it is longer than Slack's own field takes. */
export function requireTypeable(text: string): string {
  if (text.length <= messageTextMax) return text;
  throw new Error(`Slack takes at most ${messageTextMax.toLocaleString('en')} characters.`);
}

/** Escapes & < > and nothing else, as Slack does in every text that a person types. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A typed message with its names, channels and addresses as Slack sends them: `<@U…>`, `<#C…|name>`, `<https://…>`. */
export function encodeMessageText(text: string, directory: Directory): string {
  return escapeText(text)
    .replace(/\bhttps?:\/\/[^\s|]*[^\s|.,:!?'")\]]/g, url => `<${url}>`)
    .replace(/(?<![\w.<])@([\w.-]+)/g, (typed, handle: string) => {
      if (/^(here|channel|everyone)$/.test(handle)) return `<!${handle}>`;
      const id = findUserId(handle, directory);
      return id === undefined ? typed : `<@${id}>`;
    })
    .replace(/(?<![\w<&])#([\w-]+)/g, (typed, name: string) => {
      const channel = directory.channels.find(each => each.name === name && each.kind !== 'dm');
      return channel === undefined ? typed : `<#${channel.id}|${channel.name}>`;
    });
}

/** A slash command's text with `should_escape`: names and channels with their ids, and as typed. */
export function encodeCommandText(text: string, directory: Directory): string {
  return encodeMessageText(text, directory).replace(
    /<@(\w+)>/g,
    (_mention, id: string) => `<@${id}|${handleOf(id, directory)}>`,
  );
}

/** Handles are the same in capitals: people see the app as `Lectern`. */
function findUserId(typed: string, { bot, people }: Directory): string | undefined {
  const handle = typed.toLowerCase();
  return handle === bot.handle ? bot.userId : people.find(person => person.handle === handle)?.id;
}

function handleOf(id: string, directory: Directory): string {
  return id === directory.bot.userId ? directory.bot.handle : (directory.person(id)?.handle ?? id);
}
