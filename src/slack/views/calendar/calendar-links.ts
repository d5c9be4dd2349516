import type { types } from '@slack/bolt';
import { Temporal } from 'temporal-polyfill';
import { dateOf, formatSlot } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import { type Slot, speakerNames } from '../../../programme/talk.ts';
import { shorten } from '../../../text/display.ts';
import { ACTION } from '../../action-ids.ts';
import { linkButton } from '../blocks/button.ts';

/** Slack's limit for the address of a button. */
const URL_LENGTH = 3000;
const TITLE_LENGTH = 150;
const PLACE_LENGTH = 80;
const TEXT_LENGTH = 1000;
/** With two buttons each, they are less than half of what a block takes. */
const SESSIONS = 5;

/** *Google Calendar* and *Outlook* for the first sessions of a talk: each opens a form that is filled in. */
export function calendarLinks(sessions: readonly Session[]): readonly types.Button[] {
  return sessions.slice(0, SESSIONS).flatMap((session, index) => {
    const when = sessions.length === 1 ? '' : `: ${formatSlot(session.slot)}`;
    return [
      { program: 'Google Calendar', url: googleUrl(session) },
      { program: 'Outlook', url: outlookUrl(session) },
    ].map(({ program, url }, place) =>
      linkButton({
        label: `${program}${when}`,
        action: `${ACTION.calendarLink}:${2 * index + place}`,
        url,
        says: `Add to ${program}: ${session.talk.title}`,
      }),
    );
  });
}

/** The form of Google Calendar. It has no documentation; these parameters are those of Google's own buttons. */
export function googleUrl(session: Session): string {
  const { start, end } = times(session);
  const compact = (time: string) => time.replace(/[-:]/g, '');
  return formUrl('https://calendar.google.com/calendar/render?action=TEMPLATE', {
    text: titleOf(session),
    dates: `${compact(start)}/${compact(end)}`,
    location: placeOf(session),
    details: textOf(session),
  });
}

/** The form of Outlook on the web. */
export function outlookUrl(session: Session): string {
  const { start, end, isWholeDay } = times(session);
  return formUrl(
    'https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent',
    {
      subject: titleOf(session),
      startdt: start,
      enddt: end,
      ...(isWholeDay ? { allday: 'true' } : {}),
      location: placeOf(session),
      body: textOf(session),
    },
  );
}

function titleOf({ talk }: Session): string {
  return shorten(talk.title, TITLE_LENGTH);
}

function placeOf({ slot }: Session): string {
  return shorten(slot.rooms.join(', '), PLACE_LENGTH);
}

function textOf({ talk }: Session): string {
  return shorten([speakerNames(talk), talk.abstract].filter(Boolean).join('\n\n'), TEXT_LENGTH);
}

/** UTC, a local time if the zone is not known, or dates, of which the last is not included. */
function times({ slot, startsAt, endsAt }: Session): {
  readonly start: string;
  readonly end: string;
  readonly isWholeDay: boolean;
} {
  if (slot.untimed !== undefined) {
    const next = Temporal.PlainDate.from(dateOf(slot.start)).add({ days: 1 }).toString();
    return { start: dateOf(slot.start), end: next, isWholeDay: true };
  }
  if (startsAt === undefined) return { start: slot.start, end: localEnd(slot), isWholeDay: false };
  const utc = (ms: number) => new Date(ms).toISOString().replace('.000', '');
  return { start: utc(startsAt), end: utc(endsAt), isWholeDay: false };
}

function localEnd({ start, end }: Slot): string {
  return end ?? Temporal.PlainDateTime.from(start).add({ hours: 1 }).toString({ smallestUnit: 'second' });
}

/** The last of the fields is shortened as far as the address needs it. */
function formUrl(base: string, fields: Readonly<Record<string, string>>): string {
  const entries = Object.entries(fields).filter(([, value]) => value !== '');
  const whole = base + entries.map(parameter).join('');
  if (whole.length <= URL_LENGTH) return whole;
  const [name, text] = entries.at(-1) ?? ['', ''];
  const before = base + entries.slice(0, -1).map(parameter).join('');
  const room = URL_LENGTH - before.length;
  let length = text.length;
  while (length > 0 && parameter([name, shorten(text, length)]).length > room)
    length = Math.floor(length * 0.9);
  return length === 0 ? before : before + parameter([name, shorten(text, length)]);
}

/** Outlook shows a plus as it is; URLSearchParams writes it for a space. */
function parameter([name, value]: readonly [string, string]): string {
  return `&${new URLSearchParams([[name, value]]).toString().replaceAll('+', '%20')}`;
}
