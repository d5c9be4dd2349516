import { describe, expect, it } from 'vitest';
import { readContent, refuseTooMuchText } from '../../../src/local-slack/web-api/content.ts';
import { section, testState } from '../support.ts';

const read = (args: { readonly [name: string]: unknown }) => readContent(args, testState());
const metadata = (payload: unknown) => ({ event_type: 'digest', event_payload: payload });

describe('the content of a call', () => {
  it.each([
    ['a text', { text: 'a' }, { text: 'a', blocks: [] }],
    ['the longest text', { text: 'x'.repeat(40_000) }, { text: 'x'.repeat(40_000), blocks: [] }],
    ['an empty list of blocks', { text: 'a', blocks: '' }, { text: 'a', blocks: [] }],
    [
      'blocks without a text',
      { blocks: [section('a')] },
      { text: '', blocks: [{ ...section('a'), block_id: 'b0LOCAL0001' }] },
    ],
    [
      'blocks as JSON',
      { blocks: JSON.stringify([{ ...section('a'), block_id: 'mine' }]) },
      { text: '', blocks: [{ ...section('a'), block_id: 'mine' }] },
    ],
    ['metadata', { text: 'a', metadata: metadata({}) }, { text: 'a', blocks: [], metadata: metadata({}) }],
    [
      'metadata as JSON',
      { text: 'a', metadata: JSON.stringify(metadata({})) },
      { text: 'a', blocks: [], metadata: metadata({}) },
    ],
  ])('is %s', (_name, args, expected) => {
    expect(read(args)).toEqual(expected);
  });

  it.each([
    ['no_text', {}],
    ['no_text', { text: '', blocks: '[]' }],
    ['invalid_arguments', { text: 1 }],
    ['msg_too_long', { text: 'x'.repeat(40_001) }],
    ['invalid_blocks_format', { blocks: 'none' }],
    ['invalid_blocks_format', { blocks: { type: 'divider' } }],
    ['invalid_blocks_format', { blocks: [null] }],
    ['invalid_blocks', { blocks: [{ type: 'nonsense' }] }],
    ['invalid_metadata_format', { text: 'a', metadata: 'none' }],
    ['invalid_metadata_format', { text: 'a', metadata: { event_payload: {} } }],
    ['invalid_metadata_format', { text: 'a', metadata: metadata([]) }],
    ['metadata_too_large', { text: 'a', metadata: metadata({ a: 'é'.repeat(4000) }) }],
  ])('is refused with %s', (error, args) => {
    expect(read(args)).toMatchObject({ ok: false, error });
  });

  it('takes 8,000 bytes of metadata', () => {
    const payload = { a: 'x'.repeat(8000 - '{"a":""}'.length) };
    expect(read({ text: 'a', metadata: metadata(payload) })).toMatchObject({ text: 'a' });
    expect(read({ text: 'a', metadata: metadata({ a: `${payload.a}x` }) })).toMatchObject({
      error: 'metadata_too_large',
    });
  });
});

it('takes 12,000 characters in all blocks', () => {
  const blocks = (length: number) => Array.from({ length }, () => section('x'.repeat(1000)));
  expect(refuseTooMuchText({ text: 'x'.repeat(40_000), blocks: blocks(12) })).toBeUndefined();
  expect(refuseTooMuchText({ text: '', blocks: [...blocks(12), section('x')] })).toEqual({
    ok: false,
    error: 'msg_blocks_too_long',
    errors: ['12001 characters of text in all blocks [json-pointer:/blocks]'],
    response_metadata: {
      messages: ['[ERROR] 12001 characters of text in all blocks [json-pointer:/blocks]'],
    },
  });
});
