import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';

interface YamlMistake {
  readonly offset: number;
  /** Tells a person who writes YAML once a year what is wrong with theirs. It repeats nothing of the text. */
  readonly message: string;
  /** Those after it are its own consequences. */
  readonly isLast?: true;
}

/** Lists what is no YAML in a text, each at the place where a person would mend it. */
export function listYamlMistakes(document: Document.Parsed): readonly YamlMistake[] {
  return document.errors.map(
    error => findUnclosed(document, error) ?? { offset: error.pos[0], message: describe(error) },
  );
}

/** The parser reports the place where it gave up, which may be many lines below the bracket or quotation mark. */
function findUnclosed(document: Document.Parsed, { pos, message }: YAMLError): YamlMistake | undefined {
  const end = /end with a ([\]}])|Missing closing (['"])quote/.exec(message);
  if (end === null) return undefined;
  let offset: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const isOpen = isScalar(node) ? /^QUOTE_/.test(node.type ?? '') : isCollection(node) && node.flow;
      if (isOpen && node.range?.[1] === pos[0]) offset = node.range[0];
    },
  });
  if (offset === undefined) return undefined;
  const [, bracket, quote] = end;
  const sentence =
    bracket === undefined
      ? `The quotation mark ${quote} that opens here is never closed; put another ${quote} at the end of the text.`
      : `The bracket ${bracket === ']' ? '[' : '{'} that opens here is never closed; put a ${bracket} at its end, in this line or in an indented one.`;
  return { offset, message: sentence, isLast: true };
}

function describe({ code, message }: YAMLError): string {
  return COMMON[code] ?? `This is not valid YAML: ${message.replace(/; please use .*|: ".*/s, '')}.`;
}

const COMMON: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'There is a colon where none should be: begin each setting at the start of its line, and put a text with a colon in it into quotation marks, as in name: "Harbour: the days".',
  MULTILINE_IMPLICIT_KEY:
    'A line is missing its colon, or is indented otherwise than the one above; a list has lines such as "- url: https://example.org/schedule.xml".',
  TAB_AS_INDENT: 'This line begins with a tab; begin it with spaces.',
  DUPLICATE_KEY: 'The same name stands above with another value; this one counts.',
  MULTIPLE_DOCS: 'A line of dashes ends the description; the lines after it were left out.',
};
