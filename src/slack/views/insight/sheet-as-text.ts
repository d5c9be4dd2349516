import { pluralise, shorten } from '../../../text/display.ts';
import { type Message, message } from '../blocks/message.ts';
import { plain, richText } from '../blocks/rich-text.ts';

/** Below Slack's limit for all texts of a message, with room for the words above. */
const SHEET_LENGTH = 6000;
/** No line takes the room of all others. */
const LINE_LENGTH = 1000;

const NO_FILES =
  'This workspace does not let Lectern send files: for that, its app needs the scope files:write. Here is the sheet, to be copied.';

/** The first lines of a sheet, in a message. */
export function sheetAsText(csv: string): Message {
  const lines = csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  let length = 0;
  const cut = lines.findIndex(line => {
    length += Math.min(line.length, LINE_LENGTH) + 1;
    return length > SHEET_LENGTH;
  });
  const shown = (cut === -1 ? lines : lines.slice(0, cut)).map(line => shorten(line, LINE_LENGTH));
  const left = lines.length - shown.length;
  const more =
    left === 0
      ? ''
      : ` Its last ${pluralise(left, 'line')} found no room: whoever runs Lectern can add the scope, and the whole sheet comes as a file.`;
  return message(
    [
      richText([[plain(`${NO_FILES}${more}`)]]),
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: shown.join('\n') }] }],
      },
    ],
    `${NO_FILES}${more}\n${shown.join('\n')}`,
  );
}
