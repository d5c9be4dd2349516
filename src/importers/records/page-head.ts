import { parse, TomlError } from 'smol-toml';
import { type Fields, isFields } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { fencedPage } from './fences.ts';
import { readYaml, type YamlAnswer } from './read-yaml.ts';

/** A page of Markdown, its front matter read. */
export interface Page {
  readonly head: Fields;
  readonly body: string;
}

/** Takes a page apart; nothing where its front matter cannot be read, which is reported. Front matter is never run. */
export function readHead(text: string, report: Report): Page | undefined {
  const page = fencedPage(text);
  const refuse = (line: number | undefined, message: string) => {
    report.fail({ line }, `${message} The page was left out.`);
    return undefined;
  };
  if (page === undefined) return refuse(undefined, 'The page has no front matter.');
  const { language, head, headLine, body } = page;
  const answer = answerIn(language, head);
  if (answer === undefined)
    return refuse(
      1,
      `The front matter is in "${language.slice(0, 20)}"; Lectern reads YAML and TOML, and runs nothing.`,
    );
  if ('mistake' in answer) return refuse(headLine + (answer.line ?? 1) - 1, answer.mistake);
  return isFields(answer.value)
    ? { head: answer.value, body }
    : refuse(headLine, 'The front matter has no fields such as "title: Ceph at sea".');
}

function answerIn(language: string, head: string): YamlAnswer | undefined {
  if (language === 'yaml' || language === 'yml') return readYaml(head);
  return language === 'toml' ? readToml(head) : undefined;
}

function readToml(head: string): YamlAnswer {
  try {
    return { value: parse(head, { maxDepth: 50 }) };
  } catch (error) {
    // smol-toml throws where a text is no TOML, and says at which line.
    return { mistake: 'This is no TOML.', line: error instanceof TomlError ? error.line : undefined };
  }
}
