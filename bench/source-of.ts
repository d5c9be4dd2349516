import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallFrame } from './profile.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const maps = new Map<string, SourceMap | undefined>();

/** The source that a function was built from, by the map beside the built file: a path below the repository. */
export function sourceOf({ url, lineNumber, columnNumber }: CallFrame): string {
  const file = url.startsWith('file:') ? fileURLToPath(url) : url;
  if (!isAbsolute(file)) return file;
  const path = relative(ROOT, file);
  // Packages that are not bundled may have maps as well; their own files say enough.
  if (path.includes('node_modules/')) return path;
  if (!maps.has(file)) maps.set(file, mapOf(file));
  const found = maps.get(file)?.findEntry(lineNumber, columnNumber);
  // Code that the bundler wrote itself is in no source.
  const source = found !== undefined && 'originalSource' in found ? found.originalSource : undefined;
  return (source as string | undefined)?.replace(/^(?:\.\.\/)+/, '') ?? path;
}

function mapOf(file: string): SourceMap | undefined {
  const map = `${file}.map`;
  return existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, 'utf8'))) : undefined;
}
