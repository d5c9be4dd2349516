/** Writes into the value of *Open the form* the channels that its reader named; without any, the form is for their own. */
export function writeFormValue(channels: readonly string[]): string {
  return ['form', ...channels].join(' ');
}

/** Reads the channels back. */
export function readFormValue(value: string | undefined): readonly string[] {
  return (value ?? '').split(' ').slice(1);
}
