/** What Lectern reads of a sheet. There is no column for what organisers keep for themselves. */
export const CSV_COLUMNS = [
  'id',
  'title',
  'date',
  'start',
  'end',
  'duration',
  'room',
  'firstName',
  'lastName',
  'speakers',
  'track',
  'abstract',
  'description',
  'bio',
  'level',
  'language',
  'type',
  'state',
  'link',
  'video',
  'slides',
  'feedback',
] as const;

export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** What `conference.yml` says of sheets that do not say it themselves. */
export interface CsvMapping {
  /** The names of columns, or their numbers, counted from 1, where no row names them. */
  readonly columns?: Readonly<Partial<Record<CsvColumn, string | number>>> | undefined;
  /** `dd/MM/yyyy`: day, month and year in the sheet's order. */
  readonly dateFormat?: string | undefined;
  /** `2027-05-11`: the day of times without a date, and the first that a weekday or a "Day 2" may mean. */
  readonly firstDay?: string | undefined;
}
