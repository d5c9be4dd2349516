import type { types } from '@slack/bolt';
import { orderMistakeNote, typedForms } from '../../../conversation/digest/order-mistakes.ts';
import type { DigestRequest } from '../../../conversation/digest/request.ts';
import { ACTION } from '../../action-ids.ts';
import { writeFormValue } from '../../digest/form-value.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, message } from '../blocks/message.ts';
import { bold, channelName, plain, richText, withBold } from '../blocks/rich-text.ts';
import { searchButtons } from '../search-buttons.ts';

/** Refuses words that are no order: the reason, the nearest forms for the channels that were named, and the ways on. */
export function mistakenAnswer(
  { typed, mistake }: DigestRequest & { readonly kind: 'mistake' },
  channels: readonly string[] = [],
): Message {
  const [reason, forms] = [orderMistakeNote(mistake), typedForms(mistake)];
  const named = channels.flatMap((channel, index) => [
    plain(index === 0 ? ' in ' : ' and '),
    channelName(channel),
  ]);
  const nearest = forms.flatMap((form, index) => [plain(index === 0 ? '' : ', '), bold(form), ...named]);
  const suggestions = [{ label: 'Search the talks instead', query: typed }];
  return message(
    [
      richText([[plain(reason)], [plain('Nearest: '), ...nearest]]),
      actions([openFormButton(channels)]),
      ...searchButtons({ row: 'order', suggestions }),
    ],
    `${reason}\nNearest: ${forms.join(', ')}\nOr press Open the form.`,
  );
}

/** For mentions and direct messages: only a slash command or a button brings the trigger that opens a form. */
export function formHintAnswer(channels: readonly string[] = []): Message {
  return message(
    [
      richText([withBold('Press Open the form, or write it here: `digest daily 08:00`')]),
      actions([openFormButton(channels)]),
    ],
    'Press Open the form, or write it here: digest daily 08:00',
  );
}

function openFormButton(channels: readonly string[]): types.Button {
  return button({ label: 'Open the form', action: ACTION.digestForm, value: writeFormValue(channels) });
}
