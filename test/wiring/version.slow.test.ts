import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUNDLE_HASH } from '../../src/wiring/version.ts';
import { bundled } from '../support/lectern-process.ts';

test('a build has a hash of its own program in it, and the sources have none', async () => {
  const { main, remove } = await bundled();
  try {
    const text = readFileSync(join(main, '../bundle/lectern.cjs'), 'utf8');
    const [, hash = ''] = /`([0-9a-f]{64})`/.exec(text) ?? [];
    const before = text.replace(hash, 'HASH_OF_THE_BUNDLE');
    expect(createHash('sha256').update(before).digest('hex')).toBe(hash);
    expect(BUNDLE_HASH).toBeUndefined();
  } finally {
    remove();
  }
});
