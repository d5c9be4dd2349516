import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSTRACT, FIELDS, SPEAKERS, TITLE } from '../../../src/search/index/fields.ts';
import { beginsWord, formIn, isInsideWord } from '../../../src/search/text/token-code.ts';
import { formsOf, tokenize } from '../../../src/search/text/tokenizer.ts';
import { type Tokens, tokenizeTalks } from '../../../src/search/text/tokens.ts';
import { finish } from '../../../src/text/steps.ts';
import { programme, type Sketch } from '../build.ts';

/** The tokens of a field: `form`, with `+` before one that goes on with its word and `~` before one inside it. */
function tokensOf(sketches: readonly Sketch[], talk: number, field: number): readonly string[] {
  const { tokens, vocabulary } = finish(tokenizeTalks(programme(...sketches).talks));
  const { codes, starts, ends } = tokens;
  const [from, to] = [starts[talk * FIELDS.length + field], ends[talk * FIELDS.length + field]];
  return [...codes.slice(from, to)].map(
    code =>
      `${beginsWord(code) ? '' : '+'}${isInsideWord(code) ? '~' : ''}${vocabulary.forms[formIn(code)] ?? '?'}`,
  );
}

/** The codes of all fields, one after the other. */
function codesByField({ codes, starts, ends }: Tokens): readonly number[] {
  return [...starts].flatMap((start, field) => [...codes.subarray(start, ends[field])]);
}

/** How many tokens each field has. */
function lengthsOf({ starts, ends }: Tokens): readonly number[] {
  return [...starts].map((start, field) => (ends[field] ?? 0) - start);
}

describe('the tokens of a field', () => {
  const sketches = [
    { title: 'Ceph at sea', abstract: 'SR-IOV on OpenStack', speakers: ['Nora O’Brien: Nora rows.', 'Bo'] },
    { title: 'CephFS', abstract: 'Ceph.' },
  ];
  test.each([
    ['words', 0, TITLE, ['ceph', 'at', 'sea']],
    [
      'compounds, whole and in parts',
      0,
      ABSTRACT,
      ['sriov', '+sr', '+iov', 'on', 'openstack', '+~open', '+~stack'],
    ],
    ['several texts', 0, SPEAKERS, ['nora', 'obrien', '+~brien', 'bo']],
    ['a part inside a word', 1, TITLE, ['cephfs', '+~ceph', '+~fs']],
    ['the same form as another talk', 1, ABSTRACT, ['ceph']],
    ['nothing', 1, SPEAKERS, []],
  ] as const)('are %s', (_what, talk, field, tokens) => {
    expect(tokensOf(sketches, talk, field)).toEqual(tokens);
  });
});

test('fields with the same texts share their tokens, also when they are copied', () => {
  const { talks } = programme(
    { title: 'Tides', abstract: 'Of tides', speakers: ['Ana Lund: Ana rows.', 'Bo: Bo steers.'] },
    { title: 'Ports', abstract: 'Of ports', speakers: ['Ana Lund: Ana rows.', 'Bo: Bo steers.'] },
  );
  const fresh = finish(tokenizeTalks(talks));
  const copied = finish(tokenizeTalks(talks, { talks, ...fresh }));
  // Two titles, abstracts and the words of one list of names and of one list of bios.
  expect([fresh, copied].map(({ tokens }) => tokens.codes.length)).toEqual([13, 13]);
});

test('a text that was read before has the same tokens', () => {
  const bio = 'Ana looks after the OpenStack of a harbour.';
  const sketches = [
    { title: 'Tides', speakers: [`Ana Lund: ${bio}`] },
    { title: 'Ports', abstract: bio, speakers: [`Ana Lund: ${bio}`] },
  ];
  const first = tokensOf(sketches, 0, 4);
  expect(first).toContain('+~stack');
  expect([tokensOf(sketches, 1, 4), tokensOf(sketches, 1, ABSTRACT)]).toEqual([first, first]);
});

test('tokens are the forms of all words, whatever the texts are and however long', () => {
  const words = fc.constantFrom('ceph', 'SR-IOV', 'OpenStack', '東京で', 'größe', '"', '…');
  const text = fc.array(words, { maxLength: 30 }).map(each => each.join(' '));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), titles => {
      const { talks } = programme(...titles.map(title => ({ title, abstract: title })));
      const { tokens, vocabulary } = finish(tokenizeTalks(talks));
      const expected = talks.flatMap(({ title, abstract }) =>
        [title, abstract].flatMap(each => tokenize(each).flatMap(word => formsOf(word.text))),
      );
      expect(codesByField(tokens).map(code => vocabulary.forms[formIn(code)])).toEqual(expected);
      expect([tokens.starts, tokens.ends].map(({ length }) => length)).toEqual(
        Array(2).fill(talks.length * FIELDS.length),
      );
    }),
  );
  const long = programme({ title: 'x', abstract: 'ceph sea '.repeat(50_000) });
  expect(finish(tokenizeTalks(long.talks)).tokens.codes).toHaveLength(100_001);
});

test('tokens copied from before a reload are those of a fresh start', () => {
  const words = fc.constantFrom('ceph', 'SR-IOV', 'OpenStack', 'größe', 'l’école', 'tides', 'ports');
  const text = fc.array(words, { maxLength: 4 }).map(each => each.join(' '));
  const sketch = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    title: text,
    abstract: text,
    speakers: fc.array(
      text.map(bio => `Ana: ${bio}`),
      { maxLength: 2 },
    ),
  });
  const sketches = fc.uniqueArray(sketch, { selector: ({ id }) => id, maxLength: 5 });
  fc.assert(
    fc.property(sketches, sketches, (former, changed) => {
      const { talks: before } = programme(...former);
      // Those with an even place stay as they were, at another number.
      const kept = former.filter((_, at) => at % 2 === 0);
      const { talks } = programme(...changed.filter(({ id }) => !kept.some(one => one.id === id)), ...kept);
      const fresh = finish(tokenizeTalks(talks));
      const copied = finish(tokenizeTalks(talks, { talks: before, ...finish(tokenizeTalks(before)) }));
      expect(codesByField(copied.tokens)).toEqual(codesByField(fresh.tokens));
      expect(lengthsOf(copied.tokens)).toEqual(lengthsOf(fresh.tokens));
      expect(copied.vocabulary.forms).toEqual(fresh.vocabulary.forms);
      expect(copied.vocabulary.stems).toEqual(fresh.vocabulary.stems);
    }),
  );
});
