import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as weights from '../../src/search/rank/weights.ts';

const page = readFileSync(new URL('../../docs/search.md', import.meta.url), 'utf8');

/** A number as the page writes it: `.6`. */
const written = (number: number) => String(number).replace(/^0\./, '.');

test('the page on search has the weights of the code', () => {
  const { STEM_SHARE, STEM_CERTAINTY, COMPLETION, CORRECTION, RELATIVE, NUMERONYM } = weights;
  const rows = [
    `| ${written(STEM_SHARE)} + ${written(1 - STEM_SHARE)} | ${written(STEM_CERTAINTY)}, exact 1 |`,
    `| ${written(COMPLETION.weight)}, less for a common prefix | ${written(COMPLETION.certainty)} |`,
    `| ${written(CORRECTION.weight)} · similarity² | ${written(CORRECTION.certainty)} |`,
    `| ${written(RELATIVE.weight)} · likeness² | ${written(RELATIVE.certainty)} |`,
    `| ${written(NUMERONYM.weight)} | ${written(NUMERONYM.certainty)} |`,
  ];
  const { HEADING_BOOST, WHOLE_HEADING_BOOST, SHORT_TITLE_BOOST } = weights;
  const formula = `1 + ${written(HEADING_BOOST)} h + h⁶ (${WHOLE_HEADING_BOOST} + ${SHORT_TITLE_BOOST} f²)`;
  const reranking = [
    `The best ${weights.RERANKED_MAX} are looked at`,
    `× ${written(weights.PROXIMITY_BOOST)} + *proximity*`,
    `+ ${weights.SAME_TITLE_BOOST} if the title is the query`,
    `or 2 for ${weights.EDIT_LENGTH_MIN.two} letters and more`,
  ];
  expect([...rows, formula, ...reranking].filter(text => !page.includes(text))).toEqual([]);
});

test('each file and folder of the page is there', () => {
  const named = [
    ...page.matchAll(/`((?:src\/search\/|rank\/|query\/|correction\/|[a-z]+\/)[a-z/-]*(?:\.ts)?)`/g),
  ];
  const paths = named.map(([, path = '']) => path.replace(/^(?!src\/)/, 'src/search/'));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter(path => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([]);
});
