/** The path in a database URL like `file:var/lectern.sqlite`. */
export function pathOfFileUrl(url: string): string {
  return url.replace(/^file:/, '');
}
