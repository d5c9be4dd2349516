/**
 * English words that say nothing about a talk: articles, prepositions, pronouns, auxiliaries and the words of a question.
 * They are dropped from a query unless it has no others. Texts keep them, for phrases and titles.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at be because been before being below between both but by
  can cannot could did do does doing down during each for from further had has have having he her here hers him his
  how i if in into is it its itself just me more most my no nor not of off on once only or other our ours out over own
  same she should so some such than that the their theirs them then there these they this those through to too under
  until up very was we were what when where which while who whom why will with would you your yours`.split(
    /\s+/,
  ),
);

/** Words that nobody means who typed another: a correction to them finds what was not asked for. */
export const NEVER_MEANT: ReadonlySet<string> = new Set(
  `am going get got let like lot made make makes making many much one ones put said say see take than thing things two us
  use used want way well`.split(/\s+/),
);

/**
 * By them the language of a text is detected: words that hardly a sentence does without, folded, and that are no function
 * words of the other languages here. "of" is missing because it is Dutch, too, and "des" because it is German and French.
 * These are the languages that stemmer.ts knows.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and to with that this you are how from your can which what when have their',
  de: 'der und nicht ist mit wir eine fur auf zu werden sich oder auch bei wird einen',
  fr: 'une est pour dans avec vous nous tous cette aux ces sont leur votre notre',
  es: 'el los muy pero hasta cuando donde hay tambien puede sus nuestro nuestra esto ellos',
  pt: 'uma nao em voce sao ao isso tambem pela seu sua muito foi pelos pelas',
  it: 'gli di che della sono questo questa nel piu delle dei degli nella anche',
  nl: 'het een voor niet zijn ook wordt naar deze dat hoe kan aan bij worden',
};

/** More stop words, folded. They may be words of two languages, and so tell neither. */
const MORE_FOREIGN = `am das die ein einer es fur gibt ich im man um uber vom von wann warum was wer wie wo zum zur al avec car comme comment
  de des du elle en est il je la le les mais ou par qui que quoi se sur un como con del las lo mas mi porque por quien
  quienes sin sobre su y as com da do mas na no os para por quem sem um al alla che chi ci come con da dal dai di ha il la
  lo nei per piu quale se si su sul tra un ben door er hun ik op over te van wat wie`;

/** Stop words of other languages than English. They are dropped from a query only if no text has them. */
export const FOREIGN_STOP_WORDS: ReadonlySet<string> = new Set(
  [
    MORE_FOREIGN,
    ...Object.entries(FUNCTION_WORDS).flatMap(([language, words]) => (language === 'en' ? [] : [words])),
  ].flatMap(words => words.split(/\s+/)),
);
