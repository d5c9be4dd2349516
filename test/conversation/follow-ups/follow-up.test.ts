import { expect, test } from 'vitest';
import { typedWords } from '../../../src/conversation/constraints/typed-words.ts';
import { readFollowUp } from '../../../src/conversation/follow-ups/follow-up.ts';
import { splitTyped } from '../../../src/search/query/parse-query.ts';

function read(typed: string) {
  return readFollowUp(typedWords(splitTyped(typed).parts));
}

test.each([
  'more',
  'More!',
  'more please',
  'show me more',
  'more talks',
  'more results',
  'next 5',
  'the next 5 please',
  '5 more',
  'next page',
  'mroe',
  'mehr',
  'zeig mir mehr',
  'weiter',
  'más',
  'plus',
  'mais',
  'altri',
  'meer',
  'la page suivante',
  'nächste Seite',
])('%j wants the next page', typed => {
  expect(read(typed)).toEqual({ kind: 'page', to: 'more' });
});

test.each([
  'back',
  'go back',
  'previous',
  'the previous page',
  'prevoius',
  'zurück',
  'retour',
  'atrás',
  'indietro',
])('%j wants the page before', typed => {
  expect(read(typed)).toEqual({ kind: 'page', to: 'back' });
});

test.each<[string, number | undefined]>([
  ['2', 2],
  ['2.', 2],
  ['#2', 2],
  ['no. 3', 3],
  ['number 3', 3],
  ['2nd', 2],
  ['talk 2', 2],
  ['the second', 2],
  ['the second one', 2],
  ['show me the third one please', 3],
  ['the last one', -1],
  ['der zweite', 2],
  ['das zweite bitte', 2],
  ['le deuxième', 2],
  ['el segundo', 2],
  ['il secondo', 2],
  ['details', undefined],
  ['detials', undefined],
  ['more details', undefined],
  ['details 2', 2],
  ['details of the second one', 2],
  ['more about 2', 2],
  ['tell me more about the third', 3],
  ['open 4', 4],
  ['détails 2', 2],
])('%j wants talk %j', (typed, place) => {
  expect(read(typed)).toEqual({ kind: 'talk', place, wish: 'details' });
});

test.each<[string, number | undefined]>([
  ['share', undefined],
  ['share it', undefined],
  ['share 2', 2],
  ['please share the second one', 2],
  ['share it with', undefined],
  ['teilen', undefined],
  ['compartir 2', 2],
])('%j wants talk %j to be shared', (typed, place) => {
  expect(read(typed)).toEqual({ kind: 'talk', place, wish: 'share' });
});

test.each([
  '',
  'next',
  'next talk',
  'first talk',
  'last talk',
  'the second mate',
  'next generation storage',
  'more storage',
  'share nothing',
  'open source',
  'day 2',
  'at 2',
  'on 12',
  '900 nodes',
  '2027',
  '3.11',
  'back to school',
  'backups',
  'shape',
  'precious',
  'moore',
  'rest',
  'it',
  'track 2',
  '2 3',
  'info',
  'more about ceph',
])('%j is none', typed => {
  expect(read(typed)).toBe(undefined);
});
