import { expect, test } from 'vitest';
import { stripQuestion } from '../../../src/search/query/question.ts';
import { tokenize } from '../../../src/search/text/tokenizer.ts';

test.each([
  ['who is talking about storage?', 'storage'],
  ['who talks about the sea', 'the sea'],
  ['Talks by Katarzyna Wrońska', 'Katarzyna Wrońska'],
  ['any sessions on Ceph', 'Ceph'],
  ['are there any talks about on call', 'on call'],
  ['please show me the presentations of Ada Lund', 'Ada Lund'],
  ['speakers from Oslo', 'Oslo'],
  ['talks about', 'talks about'],
  ['who is talking', 'who is talking'],
  ['session management', 'session management'],
  ['public speaking for engineers', 'public speaking for engineers'],
  ['ceph talks by Ada', 'ceph talks by Ada'],
  [
    'one two three four five six seven eight talks by Ada',
    'one two three four five six seven eight talks by Ada',
  ],
  ['what would you show me any talks about Ceph', 'Ceph'],
  ['what would you show me if any talks about Ceph', 'what would you show me if any talks about Ceph'],
  ['', ''],
  ['Wer spricht über Kubernetes?', 'Kubernetes'],
  ['gibt es Vorträge zu Ceph', 'Ceph'],
  ['qui parle de Ceph', 'Ceph'],
  ['¿Quién habla de Ceph?', 'Ceph'],
  ['hay charlas sobre Ceph', 'Ceph'],
  ['quem fala sobre Ceph', 'Ceph'],
  ['chi parla di Ceph', 'Ceph'],
  ['wie spreekt over Ceph', 'Ceph'],
  ['wer spricht', 'wer spricht'],
  ['speaker de Vries', 'speaker de Vries'],
])('%j asks for %j', (typed, asked) => {
  expect(
    stripQuestion(tokenize(typed))
      .map(word => word.text)
      .join(' '),
  ).toBe(asked);
});
