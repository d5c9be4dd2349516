import type { Format, ImportSettings, Reading } from '../format.ts';
import { parseJson } from '../reading/json.ts';
import { reportOn } from '../reading/report.ts';
import { readRows } from '../rows/talk-rows.ts';
import { listedRecords, listedRows } from './record-lists.ts';

/**
 * The plainest form that a programme can have, for those who write one by hand or by a program of their own: a list of
 * talks, alone or under `talks`, as `lectern search --json` gives them too.
 *
 *     [{ "id": "ceph", "title": "Ceph at sea", "abstract": "How.",
 *        "speakers": ["Ada Lund", { "name": "Bo Ek", "bio": "Bo sails." }],
 *        "start": "2027-05-11T09:00+02:00", "end": "09:40", "rooms": ["Quay Hall"],
 *        "track": "Storage", "level": "Beginner", "language": "en", "type": "talk", "state": "confirmed",
 *        "url": "https://example.org/ceph", "slides": "https://…", "video": "https://…" }]
 *
 * Only `title` is needed. Whatever else stands there is not read.
 */
export const lecternJson: Format = {
  name: 'lectern-json',
  recognises: text => listedRecords(parseJson(text)).length > 0,
  read: readList,
};

function readList(text: string, path: string, settings: ImportSettings = {}): Reading {
  const report = reportOn(path);
  const rows = listedRows(parseJson(text), settings.csv ?? {}, report);
  return { talks: readRows(rows, settings.csv ?? {}, report), problems: report.problems };
}
