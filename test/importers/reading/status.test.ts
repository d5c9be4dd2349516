import { expect, test } from 'vitest';
import { readCancellation } from '../../../src/importers/reading/status.ts';

test.each([
  ['CANCELLED: Ceph at sea', 'Ceph at sea'],
  ['Canceled: Ceph at sea', 'Ceph at sea'],
  ['CANCELLED: <s>Ceph at sea</s>', 'Ceph at sea'],
  ['[CANCELED] Ceph at sea', 'Ceph at sea'],
  ['(cancelled) Ceph at sea', 'Ceph at sea'],
  ['CANCELLED Ceph at sea', 'Ceph at sea'],
  ['**CANCELLED** - Ceph at sea', 'Ceph at sea'],
  ['Cancelled – Ceph at sea', 'Ceph at sea'],
  ['Abgesagt: Ceph at sea', 'Ceph at sea'],
  ['Fällt aus: Ceph at sea', 'Ceph at sea'],
  ['ANNULÉ : Ceph at sea', 'Ceph at sea'],
  ['Cancelado: Ceph at sea', 'Ceph at sea'],
  ['Ceph at sea (abgesagt)', 'Ceph at sea'],
  ['Ceph at sea - CANCELLED', 'Ceph at sea'],
  ['<del>Ceph at sea</del>', 'Ceph at sea'],
  ['~~Ceph at sea~~', 'Ceph at sea'],
  ['[Cancelled]', '[Cancelled]'],
])('takes the mark out of %j', (raw, title) => {
  expect(readCancellation(raw)).toEqual({ title, status: 'cancelled' });
});

test.each([
  ['Cancelled flights, and what we learnt'],
  ['How we cancelled: a story'],
  ['A <s>short</s> history of storage'],
  ['Uncancelled: Ceph at sea'],
  [' Ceph at sea'],
  [''],
])('leaves %j as it is', raw => expect(readCancellation(raw)).toEqual({ title: raw, status: 'confirmed' }));
