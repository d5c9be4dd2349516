import type { Format } from '../format.ts';
import { readTitle } from '../reading/fields.ts';
import { isFields, parseJson } from '../reading/json.ts';
import { createReport } from '../reading/report.ts';
import { textOf } from './finding/values.ts';

/** PyVideo's `category.json` beside the folder of a conference's videos: its name, as `title` or `name`, and no list. */
export const category: Format = {
  name: 'pyvideo-category',
  label: 'lists of talks in JSON or YAML',
  recognises: text => text.length <= LENGTH_MAX && findName(text) !== '',
  read: (text, path) => {
    const report = createReport(path);
    return { conferenceName: readTitle(findName(text), {}, report), problems: report.problems };
  },
};

/** Characters. */
const LENGTH_MAX = 5000;

/** The fields of such a file; any other makes it something else. */
const NAMES = new Set([
  'title',
  'name',
  'slug',
  'description',
  'url',
  'start_date',
  'end_date',
  'id',
  'whiteboard',
]);

function findName(text: string): string {
  const value = parseJson(text);
  if (!isFields(value) || !Object.keys(value).every(name => NAMES.has(name))) return '';
  const [name = ''] = [value.title, value.name].map(textOf).filter(text => text.trim() !== '');
  return name;
}
