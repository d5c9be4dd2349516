import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Order } from '../../../../src/conversation/digest/order.ts';
import { readDigestRequest } from '../../../../src/conversation/digest/request.ts';
import { splitTyped } from '../../../../src/search/query/parse-query.ts';
import { FIELD } from '../../../../src/slack/action-ids.ts';
import { blockOf, readForm } from '../../../../src/slack/digest/form.ts';
import { describeDigest } from '../../../../src/slack/views/digest/answers.ts';
import { digestForm } from '../../../../src/slack/views/digest/form.ts';
import { digestHelp } from '../../../../src/slack/views/digest/help.ts';
import { digest } from '../../../support/digests.ts';
import { harbour } from '../../../support/harbour.ts';

/** The options that are either on or off. */
type Option = { [Name in keyof Order]-?: Order[Name] extends boolean ? Name : never }[keyof Order];

/** Each with the word that orders it, in Slack and in the form; does not compile without one that there is. */
const WORDS: Readonly<Record<Option, string>> = {
  eve: 'eve',
  reminders: 'reminders',
  onlyChanges: 'changes',
};

const calendar = { today: '2027-05-10', days: ['2027-05-11'] };
const organisers = readFileSync(new URL('../../../../docs/organisers.md', import.meta.url), 'utf8');

/** The form for a digest, sent with these words checked. */
function sent(given: ReturnType<typeof digest>, words: readonly string[]) {
  const draft = { digest: given, isNew: false, anyChannel: false, openedIn: given.channel, opened: '' };
  const view = digestForm({ draft, there: [], programme: harbour, note: undefined });
  const { block, action } = FIELD.digestOptions;
  const entered = { [action]: { selected_options: words.map(value => ({ value })) } };
  return readForm(
    {
      private_metadata: view.private_metadata ?? '',
      state: { values: { [blockOf(block, given)]: entered } },
    },
    harbour,
  ).draft.digest;
}

/** Words that the form shows as checked. */
function checkedIn(given: ReturnType<typeof digest>): unknown {
  const draft = { digest: given, isNew: false, anyChannel: false, openedIn: given.channel, opened: '' };
  const { blocks } = digestForm({ draft, there: [], programme: harbour, note: undefined });
  const block = blocks.find(({ block_id }) => block_id === blockOf(FIELD.digestOptions.block, given));
  return JSON.parse(JSON.stringify(block)).element.initial_options?.map(
    ({ value }: { value: string }) => value,
  );
}

test.each(Object.entries(WORDS) as [Option, string][])(
  'the option %s can be ordered in words and in the form, and people read of it',
  (option, word) => {
    const plain = digest();
    const withOption = { ...plain, [option]: true };
    // Changes have no time.
    const words = option === 'onlyChanges' ? word : `08:00 ${word}`;
    const order = readDigestRequest(splitTyped(`digest ${words}`), calendar);
    const off = Object.fromEntries(Object.keys(WORDS).map(name => [name, false]));
    expect(order).toMatchObject({ kind: 'order', order: { ...off, [option]: true } });
    expect(checkedIn(withOption)).toEqual([word]);
    expect([sent(plain, [word]), sent(withOption, [])]).toEqual([withOption, plain]);
    expect(describeDigest(withOption)).not.toBe(describeDigest(plain));
    expect(digestHelp().text).toMatch(new RegExp(`\\b${word}\\b`));
    expect(organisers).toMatch(new RegExp(`\`/talk digest [^\`]*\\b${word}\\b`));
  },
);
