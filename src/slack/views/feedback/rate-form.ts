import type { types } from '@slack/bolt';
import { LINE_LENGTH, RATINGS, type RatingOfTalk, type RatingValue } from '../../../people/ratings.ts';
import { shorten } from '../../../text/display.ts';
import { ACTION, CALLBACK, FIELD } from '../../action-ids.ts';
import { type TalkOfProgramme, writeRatedTalk } from '../../button-values.ts';
import { actions, button } from '../blocks/button.ts';
import { inputBlock, option } from '../blocks/inputs.ts';
import { modal } from '../blocks/message.ts';
import { aside, bold, plain, richText } from '../blocks/rich-text.ts';

export const RATE_TITLE = 'Rate a talk';

const WORDS: Readonly<Record<RatingValue, string>> = {
  5: '5: very good',
  4: '4: good',
  3: '3: fair',
  2: '2: weak',
  1: '1: poor',
};

const SEEN =
  'Organisers see it without your name, from three ratings of a talk on. Lectern keeps it with your id, so that you can change it or take it back.';

/** The form in which a person rates a talk; `given` is the rating that they gave before. */
export function rateForm(
  { talk, programme }: TalkOfProgramme,
  given: RatingOfTalk | undefined,
  metadata = writeRatedTalk({ talk, programme }),
): types.ModalView {
  const value = writeRatedTalk({ talk, programme });
  const options = RATINGS.toReversed().map(each => option(WORDS[each], String(each)));
  const initial = options.find(each => each.value === String(given?.rating));
  return {
    ...modal(RATE_TITLE, [
      titleAndSpeakers(talk),
      inputBlock(FIELD.rating, 'Your rating', {
        type: 'radio_buttons',
        options,
        ...(initial && { initial_option: initial }),
      }),
      inputBlock(
        FIELD.ratingLine,
        'A line for the organisers',
        {
          type: 'plain_text_input',
          max_length: LINE_LENGTH,
          ...(given !== undefined && given.line !== '' && { initial_value: given.line }),
        },
        'optional',
      ),
      aside(SEEN),
      ...(given === undefined ? [] : [takeBack(value)]),
    ]),
    callback_id: CALLBACK.rateSubmitted,
    private_metadata: metadata,
    submit: { type: 'plain_text', text: 'Save', emoji: false },
  };
}

/** In the place of the form if a person may not rate a talk now: what they gave before can be taken back. */
export function rateRefusal(
  { talk, programme }: TalkOfProgramme,
  { why, given }: { readonly why: string; readonly given: RatingOfTalk | undefined },
  metadata = writeRatedTalk({ talk, programme }),
): types.ModalView {
  if (given === undefined) return rateNote(why);
  return {
    ...modal(RATE_TITLE, [
      titleAndSpeakers(talk),
      richText([[plain(why)], [plain(`You gave it ${given.rating} of 5. You can take that back.`)]]),
      takeBack(writeRatedTalk({ talk, programme })),
    ]),
    private_metadata: metadata,
  };
}

function titleAndSpeakers({ title, speakers }: TalkOfProgramme['talk']): types.RichTextBlock {
  return richText([
    [bold(shorten(title, 150))],
    [plain(shorten(speakers.map(({ name }) => name).join(', '), 150))],
  ]);
}

function takeBack(value: string): types.ActionsBlock {
  return actions([button({ label: 'Take it back', action: ACTION.takeRatingBack, value })]);
}

/** Says in the place of the form why there is none, or what was done. */
export function rateNote(says: string): types.ModalView {
  return modal(RATE_TITLE, [richText([[plain(says)]])]);
}
