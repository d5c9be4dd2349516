import type { YAMLError } from 'yaml';

/** What is wrong with a text that should be YAML, for whoever writes one once a year. It repeats nothing of the text. */
export function yamlMistake({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  return COMMON[code] ?? `This is not valid YAML: ${message.replace(/; please use .*|: ".*/s, '')}.`;
}

const COMMON: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'A colon stands where none should: begin each setting at the start of its line, and put a text with a colon in it into quotation marks, as in name: "Harbour: the days".',
  MULTILINE_IMPLICIT_KEY:
    'A line is missing its colon, or is indented otherwise than the one above; a list has lines such as "- url: https://example.org/schedule.xml".',
  TAB_AS_INDENT: 'This line begins with a tab; begin it with spaces.',
  DUPLICATE_KEY: 'The same name stands above with another value; this one counts.',
  MULTIPLE_DOCS: 'A line of dashes ends what describes a conference; what follows was left out.',
};
