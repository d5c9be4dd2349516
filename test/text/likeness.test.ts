import { expect, test } from 'vitest';
import { isLike } from '../../src/text/likeness.ts';

test.each([
  ['ceph-1', 'storage/ceph-1', true],
  ['storage/ceph-at-see', 'storage/ceph-at-sea', true],
  ['petabyte costs', 'What a petabyte really costs', true],
  ['CEPH AT SÉA', 'storage/ceph-at-sea', true],
  ['../../etc/passwd', 'What a petabyte really costs', false],
  ['nosuch', 'Which services such teams run', false],
  ['c'.repeat(1000), 'storage/ceph-at-sea', false],
  ['--', 'storage/ceph-at-sea', false],
  ['', '', false],
])('%j is like %j: %j', (typed, text, expected) => expect(isLike(typed, text)).toBe(expected));
