import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/importers/records/yaml.ts';

describe('a text of YAML', () => {
  it.each<[string, unknown]>([
    ['start: 2024-09-25 11:30:00-04:00', { start: '2024-09-25 11:30:00-04:00' }],
    ['start: 12:30', { start: '12:30' }],
    ['id: 007', { id: '007' }],
    ['draft: yes', { draft: 'yes' }],
    ['level: 0x1F', { level: '0x1F' }],
    ['speaker:', { speaker: '' }],
    ['- Ceph\n- Tape', ['Ceph', 'Tape']],
    ['text: >-\n  How\n  and why.', { text: 'How and why.' }],
    ['a: &x [1]\nb: *x', { a: ['1'], b: ['1'] }],
    ['a: 1\na: 2', { a: '2' }],
  ])('keeps each value of %j as text', (text, value) => expect(parseYaml(text)).toEqual({ value }));

  it.each([
    ['a: [1', { mistake: expect.stringMatching(/^This is not valid YAML: .+[^.:]\.$/), line: 1 }],
    ['a: 1\nb: "x\n', { mistake: expect.stringMatching(/^This is not valid YAML: /), line: 3 }],
  ])('%j has a mistake, with its line', (text, expected) => expect(parseYaml(text)).toEqual(expected));

  it('has 2 MB at most', () => {
    const text = (length: number) => `a: ${'x'.repeat(length - 3)}`;
    expect(parseYaml(text(2 ** 21))).toHaveProperty('value');
    expect(parseYaml(text(2 ** 21 + 1))).toEqual({
      mistake: 'It is longer than 2 MB, which no programme is.',
      line: undefined,
    });
  });

  it.each([
    ['brackets', '['.repeat(201)],
    ['braces', `a: ${'{'.repeat(201)}`],
    ['lists in lists', `${'- '.repeat(20)}a`],
    ['indentation', `a:\n${' '.repeat(400)}b: c`],
  ])('is not nested deeply by %s', (_, text) =>
    expect(parseYaml(text)).toEqual({ mistake: 'It is nested too deeply.', line: undefined }),
  );

  it.each([
    ['brackets that close', `${'[] '.repeat(300)}`],
    ['brackets that only close', `a: ${']'.repeat(500)}`],
    ['nineteen lists', `${'- '.repeat(19)}a`],
  ])('may have %s', (_, text) =>
    expect(parseYaml(text)).not.toEqual({ mistake: 'It is nested too deeply.', line: undefined }),
  );

  const ODD = {
    mistake: 'This YAML refers to itself, or too often to the same value.',
    line: undefined,
  };

  it('may not contain itself', () => {
    expect(parseYaml('talks: &talks [*talks]')).toEqual(ODD);
    expect(parseYaml('&a\nb: {c: *a}')).toEqual(ODD);
  });

  it('may not multiply by aliases', () => {
    const levels = Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`);
    expect(parseYaml(['a0: &a0 x', ...levels].join('\n'))).toEqual(ODD);
  });

  it('never makes it throw', () => {
    const part = fc.constantFrom(
      '- ',
      'a: ',
      '&x ',
      '*x',
      '[',
      ']',
      '{',
      '}',
      '"',
      '\n',
      '  ',
      '|',
      '!!set ',
      '?',
      '%',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        const result = parseYaml(parts.join(''));
        expect('value' in result || result.mistake.endsWith('.')).toBe(true);
      }),
    );
  });
});
