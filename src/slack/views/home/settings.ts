import type { types } from '@slack/bolt';
import { type Preferences, REMINDERS, type Reminders } from '../../../people/preferences.ts';
import type { Digest } from '../../../store/digests.ts';
import type { Forgotten } from '../../../store/forget.ts';
import type { WorkspaceSettings } from '../../../store/workspaces/workspace-settings.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { ACTION, CALLBACK, FIELD } from '../../action-ids.ts';
import { actions, button, dangerButton } from '../blocks/button.ts';
import { inputBlock, multiSelect, option } from '../blocks/inputs.ts';
import { lineMessage, type Message, message, modal } from '../blocks/message.ts';
import { aside, bold, plain, richText, withBold } from '../blocks/rich-text.ts';

export const SETTINGS_TITLE = 'Settings';

const CHANGES = option('Tell me when one of my talks changes', 'on');
const QUIET = option('Send me nothing between these times', 'on');
/** Proposed to those who have none. */
const NIGHT = { from: '22:00', to: '08:00' };

/** The fields by which organisers choose for their workspace. */
interface WorkspaceFields {
  readonly settings: WorkspaceSettings;
  /** The keys of all conferences that are loaded. */
  readonly conferences: readonly string[];
}

/** A person's calendar feed as their settings show it. Its secret is kept nowhere. */
export interface ListedFeed {
  readonly hash: string;
  /** `My talks`, or the words that it answers. */
  readonly name: string;
  /** `Tue 11 May` */
  readonly madeOn: string;
}

/**
 * The modal in which a person says how they want to be told about their talks, and revokes their calendar feeds. `zone` is
 * theirs, if it is known; `feeds` has the newest at the front; `workspace` is there
 * if they may choose for everybody in the workspace.
 */
export function settingsForm(
  preferences: Preferences,
  zone: string | undefined,
  {
    feeds = [],
    workspace,
  }: {
    readonly feeds?: readonly ListedFeed[];
    readonly workspace?: WorkspaceFields | undefined;
  } = {},
): types.ModalView {
  return {
    ...modal(SETTINGS_TITLE, [
      remindersField(preferences),
      inputBlock(
        FIELD.changes,
        'Changes',
        {
          type: 'checkboxes',
          options: [CHANGES],
          ...(preferences.changes && { initial_options: [CHANGES] }),
        },
        'optional',
      ),
      ...quietFields(preferences),
      aside(`These are times on your own clock${zone === undefined ? '' : `, now in ${zone}`}.`),
      ...feedBlocks(feeds),
      ...(workspace === undefined ? [] : workspaceFields(workspace)),
      { type: 'divider' },
      richText(PRIVACY.map(withBold)),
      actions([forgetButton()]),
    ]),
    callback_id: CALLBACK.settingsSubmitted,
    submit: { type: 'plain_text', text: 'Save', emoji: false },
  };
}

/** A modal has room for many more, but nobody has so many calendar programs. */
const FEEDS = 10;
const FEED_LENGTH = 80;

function feedBlocks(feeds: readonly ListedFeed[]): types.KnownBlock[] {
  if (feeds.length === 0) return [];
  const more = feeds.length - FEEDS;
  return [
    { type: 'divider' },
    richText([
      [bold('Your calendar feeds')],
      [plain('Anyone with the address of one can read it, until you revoke it.')],
    ]),
    ...feeds.slice(0, FEEDS).flatMap(({ hash, name, madeOn }) => {
      const shown = shorten(name, FEED_LENGTH);
      return [
        richText([[bold(shown), plain(`, made on ${madeOn}`)]]),
        actions([
          button({
            label: 'Revoke',
            action: ACTION.calendarRevoke,
            value: hash,
            says: `Revoke the calendar of ${shown}`,
          }),
        ]),
      ];
    }),
    ...(more > 0 ? [aside(`And ${more} older: revoke some to see them.`)] : []),
  ];
}

const NONE_LOADED = 'The conferences chosen before are not loaded now, so people here see all others.';

/** A conference that is not loaded is not shown. */
function workspaceFields({ settings, conferences }: WorkspaceFields): types.KnownBlock[] {
  const { organisers, conferences: chosen } = settings;
  const isNoneLoaded = chosen !== undefined && !chosen.some(key => conferences.includes(key));
  return [
    { type: 'divider' },
    richText([[plain('For everybody in this workspace. Only organisers see this part.')]]),
    ...(isNoneLoaded ? [aside(NONE_LOADED)] : []),
    ...(conferences.length < 2 && chosen === undefined
      ? []
      : multiSelect(FIELD.conferences, 'Conferences (none: all)', {
          names: conferences,
          chosen: chosen ?? [],
        })),
    inputBlock(
      FIELD.organisers,
      'Who may set up digests, and see insight and feedback',
      { type: 'multi_users_select', ...(organisers.length > 0 && { initial_users: [...organisers] }) },
      'optional',
    ),
  ];
}

function remindersField({ reminders = 'off' }: Preferences): types.KnownBlock {
  const options = REMINDERS.map(each => option(describeReminders(each), String(each)));
  const [off] = options;
  const initial = options.find(({ value }) => value === String(reminders)) ?? off;
  return inputBlock(FIELD.reminders, 'Reminders before your talks', {
    type: 'static_select',
    options,
    ...(initial && { initial_option: initial }),
  });
}

function quietFields({ quietHours }: Preferences): types.KnownBlock[] {
  const { from, to } = quietHours ?? NIGHT;
  const initial = quietHours === undefined ? {} : { initial_options: [QUIET] };
  return [
    inputBlock(FIELD.quiet, 'Quiet hours', { type: 'checkboxes', options: [QUIET], ...initial }, 'optional'),
    inputBlock(FIELD.quietFrom, 'Quiet from', { type: 'timepicker', initial_time: from }),
    inputBlock(FIELD.quietTo, 'Quiet to', { type: 'timepicker', initial_time: to }),
  ];
}

/** The short form of docs/privacy.md. */
const PRIVACY = [
  '`What Lectern keeps about you:` the talks that you starred and how you rated them, these settings, your alerts, your calendar feeds, the digests that you ordered, and for an hour what you did last, so that `undo` can take it back. It does not keep your name, nor who searched for what: organisers see ratings and counts of searches without people. Nobody else in Slack sees them, except your digests; the details of a talk say how many people here starred it, from three on, and not who. The people who run Lectern can read its database.',
  '`Forget me` deletes your stars, ratings, settings, alerts and calendar feeds at once. Digests belong to their channels and stay.',
];

function forgetButton(): types.Button {
  return dangerButton(
    { label: 'Forget me', action: ACTION.forget, value: 'forget' },
    {
      title: 'Forget you?',
      text: 'Your stars, ratings, settings, alerts and calendar feeds are deleted, and cannot be brought back.',
    },
  );
}

/** `Reminders 10 minutes before · messages about changes · quiet 22:00–08:00` */
export function describePreferences({ reminders = 'off', changes, quietHours }: Preferences): string {
  return [
    `Reminders ${describeReminders(reminders).toLowerCase()}`,
    changes ? 'messages about changes' : 'no messages about changes',
    ...(quietHours === undefined ? [] : [`quiet ${quietHours.from}–${quietHours.to}`]),
  ].join(' · ');
}

function describeReminders(reminders: Reminders): string {
  return reminders === 'off' ? 'Off' : `${reminders} minutes before`;
}

/** For places where no form can be opened: leads to it. */
export function settingsMessage(): Message {
  const says = 'Your reminders, changes and quiet hours, and Forget me: press Settings. Only you see them.';
  return lineMessage(says, [settingsButton()]);
}

export function settingsButton(): types.Button {
  return button({ label: 'Settings', action: ACTION.settings, value: 'settings' });
}

/** Words for so many rows of each table with people. */
const WORDS: Readonly<Record<keyof Forgotten, (count: number) => string>> = {
  stars: count => pluralise(count, 'star'),
  ratings: count => pluralise(count, 'rating'),
  preferences: () => 'your settings',
  feeds: count => pluralise(count, 'calendar feed'),
  alerts: count => pluralise(count, 'alert'),
  acts: () => 'what you did last',
};

/** Says what was forgotten, and which digests of the person stay. */
export function forgottenMessage(forgotten: Forgotten, digests: readonly Digest[]): Message {
  const tables = Object.keys(WORDS) as (keyof Forgotten)[];
  const what = tables.flatMap(table => (forgotten[table] === 0 ? [] : [WORDS[table](forgotten[table])]));
  const done =
    what.length === 0 ? 'Lectern kept nothing about you.' : `Lectern has forgotten you: ${what.join(', ')}.`;
  const [one, those] =
    digests.length === 1 ? ['belongs to its channel', 'it'] : ['belong to their channels', 'one'];
  const stay =
    digests.length === 0
      ? []
      : [
          `${pluralise(digests.length, 'digest')} that you ordered ${one} and ${digests.length === 1 ? 'stays' : 'stay'}: to remove ${those}, press Change on the Home, or type /talk digest in the channel.`,
        ];
  return message([richText([done, ...stay].map(text => [plain(text)]))], [done, ...stay].join('\n'));
}

/** Replaces the form by what was done. */
export function settingsResult({ blocks }: Pick<Message, 'blocks'>): types.ModalView {
  return modal(SETTINGS_TITLE, blocks);
}
