import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeptChannels } from '../../local-slack/state/directory.ts';
import { isPostgresUrl } from '../../store/postgres/postgres-url.ts';
import { pathOfFileUrl } from '../../store/sqlite/file-url.ts';

/**
 * The channels to which people of the local workspace invited Lectern, in a file beside the database, as Slack keeps them over
 * a restart. Undefined if the database is no file.
 */
export function keptChannels(databaseUrl: string): KeptChannels | undefined {
  const database = pathOfFileUrl(databaseUrl);
  if (isPostgresUrl(databaseUrl) || database === ':memory:') return undefined;
  const path = `${database}.channels.json`;
  return {
    read: () => readIds(path),
    write: channels => {
      // A folder that is missing is a slip in DATABASE_URL, which the database tells.
      if (existsSync(dirname(path))) writeFileSync(path, `${JSON.stringify(channels)}\n`);
    },
  };
}

function readIds(path: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : [];
  } catch {
    // There is none before the first invitation, and one that is damaged costs an invitation.
    return [];
  }
}
