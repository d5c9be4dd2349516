import { expect, test } from 'vitest';
import {
  dropContacts,
  maskContacts,
  maskEmails,
  maskProse,
} from '../../../src/importers/reading/contacts.ts';

const EMAIL = '[e-mail address removed]';
const PHONE = '[phone number removed]';

test.each([
  ['Write to ada@example.org.', `Write to ${EMAIL}.`],
  ['mailto:ada.lund+talks@mail.example.org!', `mailto:${EMAIL}!`],
  ['(ADA@EXAMPLE.ORG)', `(${EMAIL})`],
  ['zoë@exämple.org', EMAIL],
  ['ada (at) example (dot) org', EMAIL],
  ['ada[at]example.org', EMAIL],
  ['ada＠example.org', EMAIL],
  ['a@example.org, b@example.org', `${EMAIL}, ${EMAIL}`],
  ['a@example.orgb@example.orgc@example.org', EMAIL],
])('masks the addresses in %j', (text, masked) => {
  expect(maskEmails(text)).toBe(masked);
});

test.each([
  ['Call +34 600 123 456 now', `Call ${PHONE} now`],
  ['Phone:+86-10000000000E-Mail', `Phone:${PHONE}E-Mail`],
  ['0034 600 123 456', PHONE],
  ['080-3150-0000', PHONE],
  ['(555) 010-0199', PHONE],
  ['1-555-010-0199', PHONE],
  ['555.010.0199', PHONE],
  ['Tel. 600 123 456', `Tel. ${PHONE}`],
  ['mobile: 600123456', `mobile: ${PHONE}`],
  ['ada@example.org or +34 600 123 456', `${EMAIL} or ${PHONE}`],
])('masks the number in %j', (text, masked) => {
  expect(maskContacts(text)).toBe(masked);
});

test.each([
  '@ada on every network',
  '@ada@social.example.org',
  'the OpenStack@Acme team',
  'root@localhost',
  'from 2004 - 2010 and 2012-2015',
  'on 2016-10-14 and 06-10-2018',
  'ISBN 9781484212226 or 978-1-4842-1222-6',
  'ORCID 0000-0002-1825-0097',
  '99.999999999 % of 10 000 000 objects',
  'C++11, C++14 2011 2014',
  'at 192.168.100.200 port 8080',
  'https://example.org/news/080-3150-0000',
  'build 20160908120000',
])('leaves %j as it is', text => {
  expect(maskContacts(text)).toBe(text);
});

test.each([
  ['Ada Lund', 'Ada Lund'],
  ['Ada Lund <ada@example.org>', 'Ada Lund'],
  ['"Ada Lund" <ada@example.org>', 'Ada Lund'],
  ['Ada Lund (ada@example.org)', 'Ada Lund'],
  ['Ada Lund, e-mail: ada@example.org', 'Ada Lund'],
  ['Ada Lund, +34 600 123 456', 'Ada Lund'],
  ['ada@example.org  ada@example.org', ''],
  ['mailto:ada@example.org', ''],
])('leaves of %j only %j', (text, rest) => {
  expect(dropContacts(text)).toBe(rest);
});

// A search that were more than linear in these would not end before the test's timeout.
test.each([
  ['a'.repeat(20_000), 'a'.repeat(20_000)],
  [`${'a'.repeat(20_000)}@${'a'.repeat(20_000)}`, `${'a'.repeat(20_000)}@${'a'.repeat(20_000)}`],
  ['a.'.repeat(10_000), 'a.'.repeat(10_000)],
  ['a@'.repeat(10_000), 'a@'.repeat(10_000)],
  ['a@b.cd'.repeat(10_000), EMAIL],
  ['1 '.repeat(10_000), '1 '.repeat(10_000)],
])('masks in long words what is to be masked', (text, masked) => {
  expect(maskContacts(text)).toBe(masked);
});

test.each([
  [
    'Questions? Call +34 600 123 456, or write to ada@example.org.',
    `Questions? Call ${PHONE}, or write to ${EMAIL}.`,
  ],
  [
    'From 555.010.0199 packets to 080-3150-0000, and C++ 17 20 23 26',
    'From 555.010.0199 packets to 080-3150-0000, and C++ 17 20 23 26',
  ],
])('masks in prose only what can be nothing else: %j', (text, masked) =>
  expect(maskProse(text)).toBe(masked),
);
