import { expect, it } from 'vitest';
import { describeLoss, describeLosses } from '../../src/exporters/export-result.ts';
import { talk } from '../support/conference.ts';

it('describes what one talk loses, at its file', () =>
  expect(describeLoss(talk(), 'error', 'It has no time.')).toEqual({
    severity: 'error',
    file: 'storage/ceph-at-sea.txt',
    line: undefined,
    item: 'Ceph at sea',
    message: 'It has no time.',
  }));

it('describes what several talks lose in one sentence, and nothing if there are none', () => {
  const sentence = (count: string) => `The bios of ${count} were left out.`;
  const loss = (message: string) => ({
    severity: 'warning',
    file: '',
    line: undefined,
    item: undefined,
    message,
  });
  expect(describeLosses([talk()], sentence)).toEqual([loss('The bios of 1 talk were left out.')]);
  expect(describeLosses([talk(), talk()], sentence)).toEqual([loss('The bios of 2 talks were left out.')]);
  expect(describeLosses([], sentence)).toEqual([]);
});
