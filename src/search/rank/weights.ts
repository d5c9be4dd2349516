/**
 * Every number that decides which talk comes first, each with its reason and with what it is worth: the figures that
 * Lectern has with half of it, double, or without it. Three figures, as `npx tsx bench/search.ts quality` prints them:
 * the mean of nine families of queries over 1,025 talks, then the mean average precision of CRAN and of CACM. As they
 * are here they come to
 *
 *     .963  .317  .363
 *
 * A family in brackets is the one that falls most. An inversion is a keyword for which a talk that has it only in a bio
 * is above one that has it in its title; there is none. Differences below .003 are noise. Some numbers are measured by no
 * family; test/search/rank/weights.test.ts holds all of them to what they do to a score. docs/search.md tells what they
 * are for.
 *
 * @module
 */

/**
 * A word in a title says what a talk is about and outweighs any number of the same in an abstract; a bio has words of
 * other talks. `insideTitle` is a part of a compound, as `ceph` in `CephFS`: the title is not about it, but near it.
 *
 * All 1: .951 .309 .354, 3 inversions.
 * title: half .963 .318 .369, 2 inversions; double .963 .311 .350; off .911 .292 .297, 5 inversions.
 * speakers: half .962 .317 .363; double .963 .317 .348; off .842 .317 .335 (surname -.537).
 * track: no query asks for one.
 * abstract: half .960 .311 .348 (keyword -.033); double .963 .318 .371, 1 inversion; off .927 .296 .318.
 * bio: half .963; double .960 (keyword -.032); off .957 (still typing -.027). The collections have none.
 * insideTitle: double .962, 1 inversion; off .963.
 * affiliation: like a bio it says who speaks, not what about. Half, double and off .963: the talks measured have none.
 */
export const FIELD_WEIGHTS = {
  title: 10,
  speakers: 6,
  track: 3,
  abstract: 2,
  bio: 1,
  insideTitle: 4,
  affiliation: 1,
};

/**
 * BM25's b: how far a word counts less in a text longer than the average. In names and tracks length says nothing.
 *
 * title: 0 .963 .311 .347; 1 .963 .321 .367. abstract: 0 .963 .312 .364; 1 .963 .318 .352. bio: 0 or 1 .963.
 * speakers at .6: .963 .317 .362.
 */
export const LENGTH_SHARES = {
  title: 0.6,
  speakers: 0,
  track: 0,
  abstract: 0.6,
  bio: 0.6,
  insideTitle: 0,
  affiliation: 0,
};

/**
 * BM25's k1: how soon further mentions of a word count no more. Robertson and Zaragoza give 1.2 to 2.
 *
 * Half .963 .313 .351; double .963 .319 .367; off .962 .308 .341.
 */
export const SATURATION = 1.2;

/**
 * The weight of a word's stem; its exact form has the rest. `clouds` finds `cloud`, and likes `clouds` better.
 *
 * Half .965 .317 .354; stems alone .961 .317 .365, 1 inversion; no stems .953 .308 .337 (other word form -.029).
 */
export const STEM_SHARE = 0.6;

/**
 * The certainty of another form of a word: a heading that has the form which was typed is a better match.
 *
 * Half .963 .317 .363; 1 .962 .317 .363. On the sample conference half costs other word forms .045.
 */
export const STEM_CERTAINTY = 0.9;

/**
 * A form that the last word may become. It scores less than a whole word, but a heading with it is as complete.
 *
 * weight: half .963; double .962 (surname -.009); off .961 (still typing -.017). certainty: half .961 (still typing -.018);
 * off .955 (-.074). Without completions .949 .316 .360 (still typing -.131).
 */
export const COMPLETION = { weight: 0.4, certainty: 1 };

/**
 * A correction of a word that no text has; the weight also falls with the square of its similarity (off .962).
 *
 * weight: half .963; double .962; off .961 (title words, one misspelt -.017). certainty: half .963; off .955 (-.070).
 * Without corrections .950 .317 .361 (title words, one misspelt -.113).
 */
export const CORRECTION = { weight: 0.4, certainty: 1 };

/**
 * A correction of a form that no text has, though texts have others of its stem: `microservics` is a slip, else it is a
 * rare form of `microservice`.
 *
 * No family measures it: half, double and off .963 .317 within .001 of cacm.
 */
export const FORM_CORRECTION = { weight: 0.6, certainty: 1 };

/**
 * The second best correction is far less likely than the best: weight and certainty fall with these powers of its share
 * of the best one's similarity.
 *
 * No family measures it: half, double and off .963 .317 .363.
 */
export const CORRECTION_DECAY = { weight: 4, certainty: 8 };

/**
 * More candidates are no corrections, but a list of short words.
 *
 * One .963 .317 .369; half .963 .317 .363; double .963 .317 .362. The limit also bounds the work of a query.
 */
export const CANDIDATES_MAX = 6;

/**
 * The least letters of a word for one slip, and for two. Of shorter words there are so many that one is always near.
 *
 * One slip from two letters .963 .317 .351; from five .963 (title words, one misspelt -.003). Two slips from six letters
 * .963 .316 .362; never two .963 .317 .369, but names of eight letters and more are spelt by ear.
 */
export const EDIT_LENGTH_MIN = { one: 3, two: 8 };

/**
 * A rare word of the query may be somebody's slip, in the query or in a text: if no talk is surely meant, its corrections
 * count a little.
 *
 * weight: half .963; double .963. certainty: half .963; 1 .963 .316 .363. Off .962 .316 .361 (title words, one
 * misspelt -.004).
 */
export const DOUBT = { weight: 0.1, certainty: 0.3 };

/**
 * A form that more talks have is no slip.
 *
 * Half .962 .317 .368; double .963 .316 .362; off .962 .318 .368 (title words, one misspelt -.006).
 */
export const DOUBTED_TALKS_MAX = 5;

/**
 * With so much of the query in its heading a talk is surely meant, so no word is doubted, and nothing ranked twice.
 *
 * Half .962 (title words, one misspelt -.006); never sure .963 .317 .363, at the cost of a second ranking.
 */
export const CONFIDENT_SHARE = 0.8;

/**
 * A stem of the same family, as `store` of `storage`; the weight also falls with the square of its likeness (off .964 .316
 * .362, and still typing -.001).
 *
 * weight: half .962; double .964 .315 .363; off .962. certainty: half .962; 1 .964; off .961. Without families .960 .317
 * .363 (other word form -.022).
 */
export const RELATIVE = { weight: 0.4, certainty: 0.85 };

/**
 * More stems with one beginning are no family: `inter`.
 *
 * Half and double .963 .317 .363: the limit bounds the work of a query. None .959 .314 .363 (other word form -.035).
 */
export const RELATIVES_MAX = 16;

/**
 * `k8s` and `kubernetes` are one word, but people who type the one take the other for second best.
 *
 * No family measures it: `k8s` is in none.
 */
export const NUMERONYM = { weight: 0.4, certainty: 0.85 };

/**
 * How much of a term's share of a heading is the same for each term; the rest comes from its idf. In a name every word
 * counts, even one as common as the conference's subject.
 *
 * Half .962 .316 .365; 1 .964 .316 .363; by idf alone .957 .315 .370 (still typing -.023).
 */
export const EVEN_SHARE = 2 / 3;

/**
 * The boost of a heading by the share of the query that it has.
 *
 * Half .963 .317 .366; double .963 .315 .351; off .963 .318 .368: by these figures it could go.
 */
export const HEADING_BOOST = 0.5;

/**
 * The boost of a heading that has the whole query, times the sixth power of its share, so that nearly all is not all: the
 * third .963 .315 .364; the twelfth .963 .316 .363; none .944 .314 .357 (other word form -.050).
 *
 * Half .962; double .964 .317 .363; off .958 .316 .363 (other word form -.016).
 */
export const WHOLE_HEADING_BOOST = 1.5;

/**
 * A title that is little more than the query is likelier meant than a long one with the same words: times the square of
 * the share of the title that the query fills (the share itself .963; its fourth power .962).
 *
 * Half .962; double .963 .317 .365; off .961 .317 .363 (still typing -.011).
 */
export const SHORT_TITLE_BOOST = 2;

/**
 * The boost of a title that has the query's words side by side.
 *
 * Half .963 .317 .365; double .962 .317 .366; off .958 .316 .365 (title words, one misspelt -.027).
 */
export const PROXIMITY_BOOST = 1;

/**
 * The boost of a title that is the query, against titles with the same words in another order or with stop words.
 *
 * Half, double and off .963 .317 .363: among the talks measured no two titles are so alike.
 */
export const SAME_TITLE_BOOST = 10;

/**
 * How many of the best are looked at word by word. A talk below them would not come to the first page.
 *
 * None .958 .316 .365 (title words, one misspelt -.027); half .963 .317 .362; 200 .963 .317 .363.
 */
export const RERANKED_MAX = 20;

/**
 * A talk that has less than this share of what the best one has of the query, by idf, is a weak match: of two words it has
 * only the more common one, of three only one. An answer shows and counts it apart, after all others.
 *
 * Of the talks that answer a query of several words in the nine families, the share that is no weak match, and the mean
 * number of talks that are not, of 363: .3 1 and 107; .4 .998 and 77; .5 .998 and 59; .6 .998 and 46, but then either of
 * two words is weak.
 */
export const LEAST_COVERAGE = 0.5;

/**
 * A query of so many terms is a sentence. Its answer rarely has half of it, so nothing is a weak match.
 *
 * With the weak matches after all others, CRAN and CACM are .318 .368; without this limit they would be .306 .347.
 */
export const SENTENCE_TERMS_MIN = 7;

/**
 * How far a misspelt name may be from its own, on Fuse's scale from 0 for the same. Names are heard, so two letters in a
 * name of six are forgiven.
 *
 * It corrects values of filters and offers queries, which no family has.
 */
export const NAME_DISTANCE_MAX = 0.35;

/**
 * The same for a word beside a part of the same person's name: `stefano mafuli`. Spelt by ear, it is further off than a
 * slip, and few names are compared.
 *
 * Half and off .963 .317 .363; double .963 .317 .362: the families' misspelt names are within the edit distance.
 */
export const NAMESAKE_DISTANCE_MAX = 0.5;

/** If more people share a name, it says too little about the rest of theirs. Half .963 .317 .363; double the same. */
export const NAMESAKES_MAX = 100;

/** The same for tracks and rooms. People read these, so less is forgiven: `nope` is not `Operations`. */
export const PLACE_DISTANCE_MAX = 0.2;
