/** How much a word says by the field that has it; see fields.ts. */
export const FIELD_WEIGHTS = { title: 10, speakers: 6, track: 3, abstract: 2, bio: 1, insideTitle: 4 };

/** BM25's b for each field. */
export const LENGTH_SHARES = { title: 0.6, speakers: 0, track: 0, abstract: 0.6, bio: 0.6, insideTitle: 0 };

/** BM25's k1. */
export const SATURATION = 1.2;

export const STEM_SHARE = 0.6;

export const STEM_CERTAINTY = 0.9;

export const COMPLETION = { weight: 0.4, certainty: 1 };

export const CORRECTION = { weight: 0.4, certainty: 1 };

export const FORM_CORRECTION = { weight: 0.6, certainty: 1 };

export const DOUBT = { weight: 0.1, certainty: 0.3 };

export const DOUBTED_TALKS_MAX = 5;

export const CONFIDENT_SHARE = 0.8;

export const CORRECTION_DECAY = { weight: 4, certainty: 8 };

export const CANDIDATES_MAX = 6;

export const RELATIVE = { weight: 0.4, certainty: 0.85 };

export const RELATIVES_MAX = 16;

export const NUMERONYM = { weight: 0.4, certainty: 0.85 };

export const EVEN_SHARE = 2 / 3;

export const HEADING_BOOST = 0.5;

export const WHOLE_HEADING_BOOST = 1.5;

export const SHORT_TITLE_BOOST = 2;

export const RERANKED_MAX = 20;

export const PROXIMITY_BOOST = 1;

export const SAME_TITLE_BOOST = 10;

export const NAME_DISTANCE_MAX = 0.35;

export const NAMESAKE_DISTANCE_MAX = 0.5;
export const PLACE_DISTANCE_MAX = 0.2;
export const NAMESAKES_MAX = 100;
