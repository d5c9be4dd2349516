import { nameKey } from '../../../text/fold.ts';

/** Yields the keys of a header in ever looser readings; a looser one counts only for columns not yet found. */
export function* looserKeys(header: readonly string[]): Generator<readonly string[]> {
  yield header.map(nameKey);
  const plain = header.map(toPlainKey);
  yield plain;
  yield header.map(name => toPlainKey(name.replace(/\s*[/|].*$/s, '')));
  yield plain.map(dropFiller);
  yield plain.map(key => dropFiller(key.replace(/-en$/, '')));
  yield plain.map(key => dropFiller(key.replace(/-(?:de|fr|es|pt|it|nl|ja|ca|eu|gl)$/, '')));
}

/** Drops additions: `startTime`, "Duration (min)", "Ponente(s)", "Relatore/i". */
export function toPlainKey(name: string): string {
  return nameKey(
    name
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .replace(/\s*\([^)]*\)?/g, '')
      .replace(/(?<=\p{L})[/·*:]\p{L}{1,5}\b(?=\W*$)/u, ''),
  );
}

/** Words that add nothing to a column's name. */
const FILLER = new Set(
  `talk talks session sessions schedule paper proposal presentation submission contribution event vortrag vortrags beitrag charla
  ponencia palestra apresentacao comunicacao intervento presentazione propuesta proposta proposition conference
  a an and for of the your this full short main public display official
  de del della dell di da do dos das des du d la las le les l los lo il gli i der die das den el o os
  name names nom noms nombre nombres nome nomi nomes namen utc local`.split(/\s+/),
);

function dropFiller(key: string): string {
  return key
    .split('-')
    .filter(word => !FILLER.has(word))
    .join('-');
}
