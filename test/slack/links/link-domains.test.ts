import { expect, test } from 'vitest';
import { chooseDomains, findLinkDomains, linkDomainsOf } from '../../../src/slack/links/link-domains.ts';
import { programme, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';

const domainsOf = (...hosts: readonly string[]) => chooseDomains(hosts.map(host => ({ host })));

test('takes five names of the internet, each once and without its port', () => {
  expect(
    domainsOf('a.example', 'a.example:8443', 'b.example', 'localhost', '127.0.0.1:3000', '[::1]:3000'),
  ).toEqual({ domains: ['a.example', 'b.example'], others: ['localhost', '127.0.0.1', '[::1]'] });
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => `${name}.example`);
  expect(domainsOf(...six)).toEqual({ domains: six.slice(0, 5), others: ['f.example'] });
});

test('a domain stands for the names below it', () => {
  expect(domainsOf('hub.talks.example', 'talks.example', 'other-talks.example')).toEqual({
    domains: ['talks.example', 'other-talks.example'],
    others: [],
  });
});

test('are those of all conferences, the ones with the most pages first', () => {
  const made = (host: string, count: number) =>
    programme(
      Array.from({ length: count }, (_, number) =>
        talk({ id: `${number}`, links: [{ kind: 'web', url: `https://www.${host}/${number}`, title: '' }] }),
      ),
      { folder: host },
    );
  const [few, many] = [made('few.example', 2), made('many.example', 3)];
  expect(findLinkDomains([few, programme(), many]).domains).toEqual(['many.example', 'few.example']);
  const loaded = loadedWith(few, {
    others: [{ name: 'Many', programme: many, open: () => loadedWith(many) }],
  });
  expect(linkDomainsOf(loaded)).toEqual(['many.example', 'few.example']);
});
