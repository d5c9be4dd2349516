import { expect, test } from 'vitest';
import {
  areNearTitles,
  areSurelyNearTitles,
  mayBeSamePerson,
} from '../../../src/programme/joining/near-match.ts';

/** Near in both directions, or in none. */
function check(near: typeof areNearTitles, one: string, other: string, is: boolean) {
  expect([near(one, other), near(other, one)]).toEqual([is, is]);
}

test.each([
  ['Ceph at sea', 'Ceph at sae'],
  ['Ceph at sea', 'Cep hat sea'],
  ['Erlang’s journey', "Erlangs' journeys"],
  ['Upgrading a cluster in daylight', 'Upgrading a clusters in daylihgt'],
  ['Ceph in daylight: what we learned', 'Ceph in daylight'],
  ['EasyBuild – building software with ease', 'EasyBuild'],
  ['Ceph, Astara & OpenStack', 'Ceph, Astara and Openstack (and what came of it)'],
  ['How we made the Jenkins community', 'How we made Jenkins community'],
  ['Ceph at sea', 'Ceph still at sea'],
])('%j and %j are near', (one, other) => check(areNearTitles, one, other, true));

test.each([
  ['Ceph internals, part 1', 'Ceph internals, part 2'],
  ['Ceph internals, part I', 'Ceph internals, part II'],
  ['Ceph internals', 'Ceph internals 2'],
  ['Ceph internals: part 1', 'Ceph internals'],
  ['Lightning talks Monday', 'Lightning talks Sunday'],
  ['Soldering (de)', 'Soldering (en)'],
  ['Ada', 'Ida'],
  ['Ceph', 'Ceph at sea'],
  ['Ceph at sea', 'Ceph for ferries at sea'],
  ['Ceph sails', 'Ceph never sails'],
  ['Kubernetes for storage people', 'Kubernetes for network people'],
])('%j and %j are not', (one, other) => check(areNearTitles, one, other, false));

test.each([
  ['Upgrading a cluster in daylight', 'Upgrading a clutser in daylight', true],
  ['Upgrading a cluster in daylight', 'Upgrading acluster in daylight', true],
  ['Upgrading a cluster in daylight', 'Upgrading the cluster in daylight', false],
  ['Introduction to Rust', 'Introduction to Ruby', false],
  ['Introduction to Ceph', 'Introduction to Cephs', false],
  ['Testing', 'Tasting', false],
  ['Storage internals 1', 'Storage internals 2', false],
])('where nobody is named, %j and %j are near: %j', (one, other, is) =>
  check(areSurelyNearTitles, one, other, is),
);

test.each([
  ['Ada Lund', 'ada lund', true],
  ['Lund, Ada', 'Ada Lund', true],
  ['Ada Maria Lund', 'Ada Lund', true],
  ['A. Lund', 'Ada Lund', true],
  ['A. M. Lund', 'Ada Maria Lund', true],
  ['Zoë Müller', 'Zoe Mueller', true],
  ['Zoë Meer', 'Zoé Mer', true],
  ['Ada', 'Ada Lund', false],
  ['Ada Lund', 'Ines Lund', false],
  ['B. Lund', 'Ada Lund', false],
  ['Ada Lund', 'Ada Ferrer', false],
  ['Tim', 'Tom', false],
])('%j and %j may be one person: %j', (one, other, is) => {
  expect([mayBeSamePerson(one, other), mayBeSamePerson(other, one)]).toEqual([is, is]);
});
