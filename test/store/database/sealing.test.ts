import { expect, test } from 'vitest';
import { Sealer } from '../../../src/store/database/sealing.ts';
import { TOKEN_KEY } from '../../support/store.ts';

const NEW_KEY = Buffer.alloc(32, 9).toString('base64');
const old = new Sealer([TOKEN_KEY]);
const both = new Sealer([NEW_KEY, TOKEN_KEY]);
const changed = new Sealer([NEW_KEY]);

test('reads what it sealed, which shows nothing and is never the same', () => {
  const sealed = old.seal('xoxb-1', 'T1');
  expect(old.unseal(sealed, 'T1')).toBe('xoxb-1');
  expect(Buffer.from(sealed.sealed, 'base64').includes('xoxb-1')).toBe(false);
  expect(Buffer.from(sealed.sealed, 'base64').length).toBe(12 + 16 + 'xoxb-1'.length);
  expect(old.seal('xoxb-1', 'T1').sealed).not.toBe(sealed.sealed);
});

test('seals with the first of two keys and reads with both', () => {
  expect(both.unseal(old.seal('xoxb-1', 'T1'), 'T1')).toBe('xoxb-1');
  expect(changed.unseal(both.seal('xoxb-2', 'T1'), 'T1')).toBe('xoxb-2');
});

test('says that a key is gone', () => {
  expect(() => changed.unseal(old.seal('xoxb-1', 'T1'), 'T1')).toThrow(
    'What is kept about T1 was encrypted with a key that TOKEN_KEY no longer has. Add that key after a comma.',
  );
});

test('says that there is no key', () => {
  expect(() => new Sealer([]).seal('xoxb-1', 'T1')).toThrow(
    'Nothing can be encrypted: TOKEN_KEY is not set.',
  );
});

test('reads nothing that was sealed for another place, or of which a bit was changed, or a part is gone', () => {
  const { keyId, sealed } = old.seal('xoxb-1', 'T1');
  const damaged = 'was damaged or changed in the database';
  expect(() => old.unseal({ keyId, sealed }, 'T2')).toThrow(`What is kept about T2 ${damaged}`);
  const bytes = Buffer.from(sealed, 'base64');
  for (const at of bytes.keys()) {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ 1;
    expect(() => old.unseal({ keyId, sealed: other.toString('base64') }, 'T1')).toThrow(damaged);
    expect(() => old.unseal({ keyId, sealed: bytes.subarray(0, at).toString('base64') }, 'T1')).toThrow(
      damaged,
    );
  }
});
