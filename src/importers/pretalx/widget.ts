import { z } from 'zod';
import type { TalkKind } from '../../programme/talk.ts';
import type { Format, ReadResult } from '../format.ts';
import {
  ENTRIES_MAX,
  isFields,
  list,
  localised,
  minutes,
  parseJson,
  readEntries,
  text,
} from '../reading/json.ts';
import { createPersonReader } from '../reading/people.ts';
import { createReport, type Report } from '../reading/report.ts';
import { isCancelled, keepAccepted } from '../reading/status.ts';
import { type RawTalk, readTalk, uniteSlots } from '../reading/talk.ts';
import { readZone } from '../reading/zones.ts';

/** The JSON of pretalx's schedule widget: public, in one request, with breaks and the conference's zone. */
export const pretalxWidget: Format = {
  name: 'pretalx-widget',
  label: "JSON from pretalx's widget and API",
  recognises: text => {
    const value = parseJson(text);
    return (
      isFields(value) &&
      [value.talks, value.tracks, value.rooms, value.speakers].every(Array.isArray) &&
      'event_start' in value
    );
  },
  read: readWidget,
};

const Named = z.object({ id: text, name: localised });
const Widget = z.object({
  timezone: text,
  talks: z.array(z.unknown()).catch([]),
  rooms: list(Named, ENTRIES_MAX),
  tracks: list(Named, ENTRIES_MAX),
  speakers: list(z.object({ code: text, name: text, biography: text }), ENTRIES_MAX),
});
const Entry = z.object({
  code: text,
  id: text,
  title: localised,
  abstract: localised,
  speakers: list(text),
  track: text,
  start: text,
  end: text,
  duration: minutes,
  room: text,
  content_locale: text,
  slot_type: text,
  state: text,
});
type Entry = z.infer<typeof Entry>;
type Widget = z.infer<typeof Widget>;

function readWidget(text: string, path: string): ReadResult {
  const report = createReport(path);
  const widget = Widget.parse(parseJson(text));
  const entries = readEntries(widget.talks, { entry: Entry, noun: 'session' }, report);
  const scheduled = entries.map(entry => ({ ...entry, isScheduled: entry.start !== '' }));
  const names = new Map(widget.speakers.map(({ code, name }) => [code, name]));
  const describe = ({ code, title, speakers }: Entry) => ({
    id: code,
    title,
    names: speakers.map(speaker => names.get(speaker)).join(', '),
  });
  const raw = createRawTalkReader(widget, report);
  const talks = uniteSlots(keepAccepted(scheduled, report, describe).map(raw)).flatMap(
    talk => readTalk(talk, report) ?? [],
  );
  return {
    talks,
    timeZone: readZone(widget.timezone, talks, report),
    withheld: report.withheld,
    problems: report.problems,
  };
}

function createRawTalkReader(widget: Widget, report: Report): (entry: Entry) => RawTalk {
  const rooms = new Map(widget.rooms.map(({ id, name }) => [id, name]));
  const tracks = new Map(widget.tracks.map(({ id, name }) => [id, name]));
  const speakers = new Map(widget.speakers.map(speaker => [speaker.code, speaker]));
  const readPeople = createPersonReader(report);
  return entry => ({
    id: entry.code || entry.id,
    title: entry.title,
    texts: [entry.abstract],
    speakers: entry.speakers.flatMap(code => {
      const { name = '', biography: bio = '' } = speakers.get(code) ?? {};
      return readPeople({ id: code, name, bio }, entry.title);
    }),
    track: tracks.get(entry.track) ?? '',
    languages: entry.content_locale,
    kind: kindOf(entry),
    isCancelled: isCancelled(entry.state),
    slots: [{ ...entry, minutes: entry.duration, rooms: [rooms.get(entry.room) ?? ''] }],
  });
}

/** An entry without a code was not submitted: it is a break, or time blocked for something else. */
function kindOf({ code, slot_type }: Entry): TalkKind | undefined {
  if (slot_type === 'break') return 'break';
  return code === '' ? 'service' : undefined;
}
