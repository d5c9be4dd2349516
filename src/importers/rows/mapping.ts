/** The columns that Lectern reads. There is none for organisers' internal data. */
export const CSV_COLUMNS = [
  'id',
  'title',
  'date',
  'start',
  'endDate',
  'end',
  'duration',
  'allDay',
  'zone',
  'room',
  'firstName',
  'lastName',
  'speakers',
  'track',
  'abstract',
  'description',
  'bio',
  'affiliation',
  'position',
  'level',
  'language',
  'type',
  'state',
  'within',
  'link',
  'video',
  'slides',
  'feedback',
] as const;

export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** The `csv` setting of conference.yml, for sheets that do not state it themselves. */
export interface CsvMapping {
  /** The names of columns, or their numbers counted from 1 if no row names them. */
  readonly columns?: Readonly<Partial<Record<CsvColumn, string | number>>> | undefined;
  /** The sheet's order of day, month and year: `dd/MM/yyyy`. */
  readonly dateFormat?: string | undefined;
  /** `2027-05-11`: the day of times without a date, and the first that a weekday or "Day 2" may mean. */
  readonly firstDay?: string | undefined;
}
