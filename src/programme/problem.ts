/**
 * Something that could not be taken as it was, and what was done instead. An `error` means that something an organiser wrote is
 * not in the programme; a `warning` means that it is, mended or doubtful.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Relative to DATA_DIR. */
  readonly file: string;
  /** Counted from 1; none where the whole file is meant. */
  readonly line: number | undefined;
  /** The talk or person it is about. */
  readonly item: string | undefined;
  /** One whole sentence. */
  readonly message: string;
}
