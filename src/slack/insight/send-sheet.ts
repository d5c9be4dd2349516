import type { webApi } from '@slack/bolt';
import { sendFile } from '../send-file.ts';
import { lineMessage, type Message } from '../views/blocks/message.ts';
import { sheetAsText } from '../views/insight/sheet-as-text.ts';

export interface Sheet {
  readonly name: string;
  readonly title: string;
  /** CSV. */
  readonly text: string;
}

/** Sends a sheet by direct message. If the workspace does not let Lectern send files, its beginning is the answer. */
export async function sendSheet(
  { name, title, text }: Sheet,
  person: string,
  client: webApi.WebClient,
): Promise<Message> {
  const introduction = lineMessage(`${title} as a CSV file, which spreadsheets open.`);
  const status = await sendFile({ name, title, text, introduction }, person, client);
  return status === 'sent'
    ? lineMessage('The CSV file is in your direct messages with Lectern.')
    : sheetAsText(text);
}
