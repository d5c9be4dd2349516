import type { Lexicon } from './constraints/lexicon.ts';
import type { TypedWord } from './constraints/typed-words.ts';

/**
 * Names of the same thing, folded: what people type beside what programmes write. A row is of use where a programme has
 * one of its names only. Numeronyms that say how many letters are left out (`k8s`) are understood by the search.
 *
 * Sources: kubernetes.io, Overview ("K8s as an abbreviation"); wiki.postgresql.org, "Identity Guidelines" (Postgres), and the
 * prefix `pg_` of its manual; developer.hashicorp.com, Terraform, "Files and Configuration Structure" (`.tf`), and
 * opentofu.org, FAQ (a fork of Terraform); opentelemetry.io, "OTel"; webassembly.org ("abbreviated Wasm"); MDN Glossary,
 * JavaScript ("or JS"); typescriptlang.org (`.ts`); docs.python.org (`.py`); prometheus.io; NIST Glossary (AI, ML, IaC, VM, MFA).
 */
const NAMES: readonly (readonly string[])[] = [
  ['kubernetes', 'k8s', 'k8', 'kube'],
  ['postgresql', 'postgres', 'psql', 'pg', 'pgsql'],
  ['opentofu', 'terraform', 'tofu', 'tf'],
  ['opentelemetry', 'otel'],
  ['webassembly', 'wasm'],
  ['javascript', 'js', 'ecmascript'],
  ['typescript', 'ts'],
  ['python', 'py'],
  ['prometheus', 'prom'],
  ['machine learning', 'ml'],
  ['artificial intelligence', 'ai'],
  ['large language models', 'large language model', 'llm', 'llms'],
  ['infrastructure as code', 'iac'],
  ['virtual machines', 'virtual machine', 'vm', 'vms'],
  ['load balancer', 'load balancing', 'lb'],
  ['continuous integration', 'ci'],
  ['databases', 'database', 'db', 'dbs'],
  ['certificates', 'certs'],
];

const OTHERS: ReadonlyMap<string, readonly string[]> = new Map(
  NAMES.flatMap(names => names.map(name => [name, names.filter(other => other !== name)] as const)),
);

/** The name by which the programme calls what this word names; undefined if it has the word itself, or none. */
function findSynonym(form: string, lexicon: Lexicon): string | undefined {
  const others = OTHERS.get(form);
  return others === undefined || lexicon.hasWord(form)
    ? undefined
    : others.find(other => (other.includes(' ') ? lexicon.isPhrase(other) : lexicon.hasWord(other)));
}

/** Whether the programme may call what this word names by another name. */
export function mayBeRenamed(form: string, lexicon: Lexicon): boolean {
  return OTHERS.has(form) && !lexicon.hasWord(form);
}

/** The words, each that the programme lacks by its other name there; the same array if none has one. */
export function nameAsProgramme(words: readonly TypedWord[], lexicon: Lexicon): readonly TypedWord[] {
  if (!words.some(({ form }) => OTHERS.has(form))) return words;
  const named = words.map(word => {
    const other = findSynonym(word.form, lexicon);
    return other === undefined ? word : { ...word, text: other, form: other };
  });
  return named.some((word, at) => word !== words[at]) ? named : words;
}
