import { webApi } from '@slack/bolt';
import type { Message } from './views/blocks/message.ts';

/** Slack's errors where a workspace does not let Lectern send files. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'missing_scope',
  'access_denied',
  'file_type_not_allowed',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
]);

const UPLOAD_MS = 10_000;

export interface FileToSend {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** Introduces the file. */
  readonly introduction: Message;
}

/**
 * Sends a person a file by direct message. Slack takes it in three steps, and the last needs the id of the conversation,
 * which the introduction brings. Throws if Slack fails otherwise than by forbidding it.
 */
export async function sendFile(
  { name, title, text, introduction }: FileToSend,
  person: string,
  client: webApi.WebClient,
): Promise<'sent' | 'forbidden'> {
  const bytes = new TextEncoder().encode(text);
  try {
    const { upload_url, file_id } = await client.files.getUploadURLExternal({
      filename: name,
      length: bytes.length,
    });
    if (upload_url === undefined || file_id === undefined)
      throw new Error('Slack gave no address for a file. Look at https://slack-status.com, and try again.');
    await upload(bytes, upload_url);
    const { channel } = await client.chat.postMessage({ channel: person, ...introduction });
    if (channel === undefined) throw new Error('Slack did not say where it posted a direct message.');
    await client.files.completeUploadExternal({ files: [{ id: file_id, title }], channel_id: channel });
    return 'sent';
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && FORBIDDEN.has(error.data.error)) return 'forbidden';
    throw error;
  }
}

/** Not by Slack's library: with undici's `fetch` it uploads the text "[object FormData]". */
async function upload(bytes: Uint8Array<ArrayBuffer>, url: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: bytes, signal: AbortSignal.timeout(UPLOAD_MS) });
  if (!response.ok) throw new Error(`Slack did not take a file: it answered ${response.status}.`);
}
