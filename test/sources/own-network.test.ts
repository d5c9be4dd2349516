import { expect, test } from 'vitest';
import { leadsInward } from '../../src/sources/own-network.ts';

test.each([
  ['http://127.0.0.1:3000/', 'https://example.org/', true],
  ['http://localhost/', 'https://example.org/', true],
  ['http://localhost./', 'https://example.org/', true],
  ['http://lectern.localhost/', 'https://example.org/', true],
  ['http://mylocalhost/', 'https://example.org/', false],
  ['http://2130706433/', 'https://example.org/', true],
  ['http://[::1]/', 'https://example.org/', true],
  ['http://[::ffff:127.0.0.1]/', 'https://example.org/', true],
  ['http://10.1.2.3/', 'https://example.org/', true],
  ['http://192.168.1.1/', 'https://example.org/', true],
  ['http://[fd12::1]/', 'https://example.org/', true],
  ['http://169.254.169.254/latest', 'https://example.org/', true],
  ['http://169.254.169.254/latest', 'http://127.0.0.1/', true],
  ['http://127.0.0.1:8080/', 'http://localhost:3000/', false],
  ['http://10.1.2.3/', 'http://192.168.1.1/', false],
  ['https://example.com/', 'https://example.org/', false],
  ['https://8.8.8.8/', 'https://example.org/', false],
])('that %s leads inward from %s is %j', (to, asked, is) => {
  expect(leadsInward(new URL(to), new URL(asked))).toBe(is);
});
