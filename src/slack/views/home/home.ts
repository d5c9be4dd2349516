import type { types } from '@slack/bolt';
import { starredBy } from '../../../conversation/context.ts';
import { ratableTalks } from '../../../conversation/mine/ratable-talks.ts';
import type { Preferences } from '../../../people/preferences.ts';
import type { Programme } from '../../../programme/programme.ts';
import { conferencesOf } from '../../../search/loaded.ts';
import type { Digest } from '../../../store/digests.ts';
import { shorten } from '../../../text/display.ts';
import { ACTION, FIELD } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { aside, bold, channelName, header, plain, richText } from '../blocks/rich-text.ts';
import { describeDigest } from '../digest/answers.ts';
import { rateTalks } from '../feedback/rate-talks.ts';
import { wordsField } from '../find-talk.ts';
import { introduction } from '../help.ts';
import { yourAlerts } from '../mine/alerts.ts';
import { searchButtons, trackButtons } from '../search-buttons.ts';
import type { HomeContext } from './home-context.ts';
import { describePreferences, settingsButton } from './settings.ts';
import { whatIsNew } from './what-is-new.ts';
import { whatIsOn } from './what-is-on.ts';
import { yourTalks } from './your-talks.ts';

/**
 * A person's App Home: a field to search with, what matters before, during or after the conference, their talks and
 * digests, and what there is to browse. It stays far below Slack's hundred blocks, however much of each there is.
 */
export function home(context: HomeContext): types.HomeView {
  const { programme, index, own, reader } = context;
  const hasTalks = starredBy(reader, programme).size > 0;
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
      searchField(index.examples[0]),
      ...timeButtons(programme),
      ...(own === undefined || reader.stars === 'unavailable' ? [richText([[plain(NO_DATABASE)]])] : []),
      ...whatIsNew(context),
      ...whatIsOn(context),
      ...yourTalks(context),
      ...talksToRate(context),
      ...yourAlerts(own?.alerts ?? [], programme),
      ...digestBlocks(own?.digests ?? []),
      // Somebody with talks of their own knows how to search.
      ...(hasTalks ? [] : exampleButtons(index.examples)),
      ...trackButtons(programme, { heading: 'Tracks', prefix: '' }),
      ...(own === undefined ? [] : settingsBlocks(own.preferences)),
    ],
  };
}

function talksToRate(context: HomeContext): types.KnownBlock[] {
  const { own, now, reader } = context;
  if (own === undefined || reader.stars === undefined || reader.stars === 'unavailable') return [];
  const talks = ratableTalks(context, { stars: reader.stars, ratings: own.ratings, now });
  return rateTalks(talks, conferencesOf(context).length > 1);
}

const NO_DATABASE =
  'Lectern cannot use its database right now, so your talks, alerts and digests are not shown. They are kept.';

function searchField(example: string | undefined): types.KnownBlock {
  return {
    type: 'input',
    block_id: FIELD.words.block,
    dispatch_action: true,
    label: { type: 'plain_text', text: 'Find a talk', emoji: false },
    element: {
      ...wordsField(example),
      action_id: ACTION.homeSearch,
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  };
}

/** Each opens its agenda, which has pages, in a modal. */
function timeButtons({ sessions }: Programme): types.KnownBlock[] {
  if (sessions.length === 0) return [];
  const suggestions = ['Now', 'Next', 'Today'].map(label => ({ label, query: label.toLowerCase() }));
  return searchButtons({ row: 'time', says: 'Show', suggestions });
}

function exampleButtons(examples: readonly string[]): types.KnownBlock[] {
  const suggestions = examples.map(query => ({ label: query, query }));
  return searchButtons({ heading: 'Examples', row: 'example', suggestions });
}

const DIGESTS = 5;

function digestBlocks(digests: readonly Digest[]): types.KnownBlock[] {
  if (digests.length === 0) return [];
  const more = digests.length - DIGESTS;
  return [
    header('Your digests'),
    ...digests.slice(0, DIGESTS).flatMap(digest => [
      richText([[channelName(digest.channel), plain(': '), bold(describeDigest(digest))]]),
      actions([
        button({
          label: 'Change',
          action: ACTION.digestChange,
          value: digest.id,
          says: `Change the digest ${describeDigest(digest)}`,
        }),
      ]),
    ]),
    ...(more > 0 ? [richText([[plain(`And ${more} more: type /talk digest in their channels.`)]])] : []),
  ];
}

function settingsBlocks(preferences: Preferences): types.KnownBlock[] {
  return [aside(describePreferences(preferences)), actions([settingsButton()])];
}
