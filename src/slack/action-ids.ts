/** Action ids of buttons and menus. Messages keep them for years, so they do not change. */
export const ACTION = {
  /** value: a talk, as `button-values.ts` writes it */
  details: 'talk:details',
  /** a menu; value: a talk, or its hash if that is too long */
  detailsOf: 'talk:details_of',
  /** value: a talk */
  share: 'talk:share',
  /** value: a talk */
  shareElsewhere: 'talk:share_elsewhere',
  /** value: a talk to star, as `button-values.ts` writes it with the page around it */
  star: 'talk:star',
  /** the same for a talk that is starred */
  unstar: 'talk:unstar',
  /** value: the key of the conference */
  unstarAll: 'mine:unstar_all',
  /** value: a page, as `paging.ts` writes it */
  more: 'results:more',
  /** value: a page */
  back: 'results:back',
  /** value: a page; followed by `:` and a number, since ids are unique in their block */
  jump: 'results:jump',
  /** value: a query; followed by `:` and a number, since ids are unique in their block */
  search: 'search:run',
  /** no value: the words are in the field */
  homeSearch: 'home:search',
  /** value: a delivery's key */
  digestPostIt: 'digest:post_it',
  /** value: a delivery's key */
  digestIsThere: 'digest:is_there',
  /** Opens the form of digests. */
  digestForm: 'digest:form',
  /** Saves an order though the channel gets its sessions already; value: the order, as `order-value.ts` writes it */
  digestDespite: 'digest:despite',
  /** a menu in the form of digests; value: a digest's id, or `new` */
  digestChosen: 'digest:chosen',
  digestTest: 'digest:test',
  /** a checkbox in the form of digests, which asks before it is ticked */
  digestMention: 'digest:mention',
  digestNow: 'digest:now',
  /** value: `pause` or `resume` */
  digestPause: 'digest:pause',
  digestRemove: 'digest:remove',
  /** Says no, or yes again, to messages about changes of the person's talks. */
  stopChanges: 'mine:stop_changes',
  resumeChanges: 'mine:resume_changes',
  /** value: one of Reminders; followed by `:` and the value, since ids are unique in their block */
  remind: 'mine:remind',
  /** value: the words of an alert, or their hash if they are long; followed by `:` and a number, as above */
  alertRemove: 'alert:remove',
  /** value: the words of an alert that was removed, with its conference's folder */
  alertUndo: 'alert:undo',
  /** value: the words that ask for the sessions */
  calendar: 'calendar:open',
  /** value: a talk */
  calendarFile: 'calendar:file',
  /** opens a web address; followed by `:` and a number */
  calendarLink: 'calendar:link',
  /** value: the hash of a feed */
  calendarRevoke: 'calendar:revoke',
  /** value: the hash of the feed that stays */
  calendarRevokeOthers: 'calendar:revoke_others',
  /** value: a digest's id */
  digestChange: 'digest:change',
  /** value: the words that ask for the file */
  insightFile: 'insight:file',
  /** value: a talk */
  rate: 'feedback:rate',
  /** value: a talk */
  takeRatingBack: 'feedback:take_back',
  /** value: the words that ask for the file */
  feedbackFile: 'feedback:file',
  settings: 'settings:open',
  forget: 'settings:forget',
} as const;

export const CALLBACK = {
  find: 'find_talk',
  related: 'related_talks',
  findSubmitted: 'find_talk_submitted',
  shareSubmitted: 'share_submitted',
  digestSubmitted: 'digest_submitted',
  settingsSubmitted: 'settings_submitted',
  rateSubmitted: 'rate_submitted',
} as const;

/** Blocks by which a direct message tells what Lectern answered there. Messages keep them for years, too. */
export const BLOCK = {
  /** the first block of an answer; followed by the words that ask for it again, if they fit */
  asked: 'asked:',
  /** the first block of a message about a single talk */
  opened: 'talk:opened',
  /** the button that rates a talk, in an answer; followed by its place and the words that ask for the answer again */
  rate: 'rate:',
  /** the button of a message that says that a typed word changed a star; it takes that back */
  starChanged: 'star:changed',
  /** the same for a change that was taken back */
  /** what the last press did, or what a talk overlaps that was just starred */
  note: 'talk:overlap',
} as const;

/** The blocks and fields whose input is read back. */
export const FIELD = {
  words: { block: 'find_words', action: 'words' },
  channel: { block: 'share_channel', action: 'channel' },
  digestChannel: { block: 'digest_channel', action: 'channel' },
  digestTime: { block: 'digest_time', action: 'time' },
  digestZone: { block: 'digest_zone', action: 'zone' },
  digestOptions: { block: 'digest_options', action: 'options' },
  digestWeekdays: { block: 'digest_weekdays', action: 'weekdays' },
  digestDays: { block: 'digest_days', action: 'days' },
  digestTracks: { block: 'digest_tracks', action: 'tracks' },
  digestSpan: { block: 'digest_span', action: 'span' },
  digestLanguage: { block: 'digest_language', action: 'language' },
  digestIntro: { block: 'digest_intro', action: 'intro' },
  digestClosing: { block: 'digest_closing', action: 'closing' },
  digestSponsor: { block: 'digest_sponsor', action: 'sponsor' },
  digestSponsorLink: { block: 'digest_sponsor_link', action: 'sponsor_link' },
  digestMention: { block: 'digest_mention', action: ACTION.digestMention },
  digestRooms: { block: 'digest_rooms', action: 'rooms' },
  rating: { block: 'feedback_rating', action: 'rating' },
  ratingLine: { block: 'feedback_line', action: 'line' },
  reminders: { block: 'settings_reminders', action: 'reminders' },
  changes: { block: 'settings_changes', action: 'changes' },
  quiet: { block: 'settings_quiet', action: 'quiet' },
  quietFrom: { block: 'settings_quiet_from', action: 'from' },
  conferences: { block: 'settings_conferences', action: 'conferences' },
  organisers: { block: 'settings_organisers', action: 'organisers' },
  quietTo: { block: 'settings_quiet_to', action: 'to' },
} as const;

/** Slack's limit for the id of a block. */
export const BLOCK_ID_LENGTH = 255;
