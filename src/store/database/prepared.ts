import type { CompiledQuery } from 'kysely';

const names = new WeakMap<object, string>();

/**
 * Names a statement that every answer runs: a server parses and plans it once a connection, and keeps it under its name. All
 * statements of one name must have the same text.
 */
export function prepare<Row>(name: string, query: CompiledQuery<Row>): CompiledQuery<Row> {
  names.set(query.queryId, name);
  return query;
}

/** Undefined if the statement is not prepared. */
export function nameOfPrepared({ queryId }: CompiledQuery): string | undefined {
  return names.get(queryId);
}
