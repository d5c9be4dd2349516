import { expect, test } from 'vitest';
import { isPostgresUrl, readPostgresUrl } from '../../../src/store/postgres/postgres-url.ts';

test.each([
  ['postgres://db.example.org/lectern', 'lectern on db.example.org', undefined],
  ['postgresql://me@db.example.org:5433/talks', 'talks on db.example.org:5433', undefined],
  ['POSTGRES://me:pw@[::1]:5432/talks?sslmode=no-verify', 'talks on [::1]:5432', 'pw'],
  ['postgres://me:sea%2Ffog%4050%25@db/lectern', 'lectern on db', 'sea/fog@50%'],
  ['postgres:///talks?host=/run/postgresql', 'talks on /run/postgresql', undefined],
  ['postgres://me:pw@/talks?host=/run/postgresql&port=5433', 'talks on /run/postgresql:5433', 'pw'],
  ['postgres://me@%2Frun%2Fpostgresql/talks', 'talks on /run/postgresql', undefined],
  ['postgres://db/talks?user=me&password=pw', 'talks on db', 'pw'],
  ['postgres:///talks', 'talks on localhost', undefined],
])('%s names a database, without its password', (text, label, password) => {
  expect(isPostgresUrl(text)).toBe(true);
  expect(readPostgresUrl(text)).toEqual({ label, password });
});

const lacksName = 'lacks the name of a database at its end, as in postgres://db.example.org/lectern.';

test.each([
  ['postgres://me:secret@db.example.org', lacksName],
  ['postgres://me:secret@db.example.org/', lacksName],
  ['postgres://me:secret@db.example.org?sslmode=no-verify', lacksName],
  [
    'postgres://me:secret@one,two/lectern',
    'must name one server: let a proxy or an address that moves lead to the primary.',
  ],
  ...[
    'postgres://me:secret%@db/lectern',
    'postgres://me:secret@db/fog#1',
    'postgres://me:se/cret@db/lectern',
  ].map(text => [
    text,
    'must be an address such as postgres://user:password@db.example.org:5432/lectern; in a user and password, write signs such as @ / # % as %40 %2F %23 %25.',
  ]),
])('%s has a mistake', (text, mistake) => {
  expect(readPostgresUrl(text)).toEqual({ mistake });
  expect(mistake).not.toContain('secret');
});

test.each(['mysql://db/lectern', 'file:./var/lectern.sqlite', 'postgres', './postgres://x/y', ''])(
  '%j is not of PostgreSQL',
  text => {
    expect(isPostgresUrl(text)).toBe(false);
  },
);
