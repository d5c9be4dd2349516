import { type Fields, isFields, parseJson } from '../reading/json.ts';

/** What stands below `schedule` in a schedule.json; empty where nothing does. */
export function scheduleIn(file: string): Fields {
  const value = parseJson(file);
  return isFields(value) && isFields(value.schedule) ? value.schedule : {};
}
