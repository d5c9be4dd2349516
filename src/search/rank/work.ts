/** What a query cost, counted for those who want to know that it stays bounded. */
export interface Work {
  /** Entries of posting lists that were read. */
  postings: number;
  /** Words that were compared letter by letter with a word of the query. */
  comparisons: number;
}
