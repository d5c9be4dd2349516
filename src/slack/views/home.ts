import type { types } from '@slack/bolt';
import type { Loaded } from '../../search/loaded.ts';
import { shorten } from '../../text/display.ts';
import { ACTION, FIELD } from '../action-ids.ts';
import { bold, header, plain, richText } from './blocks/rich-text.ts';
import { wordsField } from './find-talk.ts';
import { introduction } from './help.ts';
import { searchButtons, trackButtons } from './search-buttons.ts';

/** App Home: what Lectern is, a field to search with, tracks to browse, examples. */
export function home({ programme, index: { examples } }: Loaded): types.HomeView {
  return {
    type: 'home',
    blocks: [
      header(shorten(programme.conference.name?.trim() || 'Lectern', 150)),
      richText([
        [plain(introduction(programme))],
        [
          plain('Anywhere in Slack, type '),
          bold('/talk'),
          plain(' and what you remember of a talk or a name.'),
        ],
      ]),
      {
        type: 'input',
        block_id: FIELD.words.block,
        dispatch_action: true,
        label: { type: 'plain_text', text: 'Find a talk', emoji: false },
        element: {
          ...wordsField(examples[0]),
          action_id: ACTION.homeSearch,
          dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
        },
      },
      ...searchButtons({
        heading: 'Examples',
        row: 'example',
        suggestions: examples.map(query => ({ label: query, query })),
      }),
      ...trackButtons(programme, { heading: 'Tracks', prefix: '' }),
    ],
  };
}
