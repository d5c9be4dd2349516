import type { CompiledQuery } from 'kysely';

/**
 * Returns the rows of a query that only reads, if the database has them at once: it is in this process, and no transaction
 * is under way. Undefined otherwise, and after any fault: then the query must be executed as usual, which says why.
 */
export type ReadNow = <Row>(query: CompiledQuery<Row>) => readonly Row[] | undefined;
