import type { TypedWord } from '../constraints/typed-words.ts';

/** Classes of words, folded, in the languages in which people type. */
const WORDS = {
  mine: 'mine',
  my: 'my mein meine meinem meinen meiner meines mes mon ma mi mis meu meus minha minhas mio mia miei mie mijn',
  stars: `stars favourites favorites favs bookmarks picks merkliste sterne favoriten favoris etoiles favoritos favoritas
    estrellas estrelas preferiti stelle favorieten sterren vortragen confs conf`,
  agenda: 'list sched day plans planner itinerary terminplan termine',
  starred: `starred saved bookmarked favourited favorited favourite favorite gemerkt gemerkte gemerkten markiert markierte
    markierten gestarrt marque marques marquees marcado marcados marcada marcadas guardadas`,
  star: 'star save bookmark mark pick',
  i: `i i'm i've ive ich j'ai je suis-je ai-je dois-je qu'ai-je yo eu io ik tengo tenho ho estoy estou sono debo devo`,
  have: "have got habe hab heb seeing attending watching planned j'ai ai-je qu'ai-je tengo tenho ho",
  where: 'where wo wohin ou donde adonde onde dove waar',
  see: 'see watch attend visit catch suggest recommend sehen ansehen anschauen voir ver vedere zien',
  clash: `clash clashes clashing conflict conflicts conflicting overlap overlaps overlapping collide collides collisions
    double-booked doublebooked uberschneiden uberschneidung uberschneidungen kollidieren konflikt konflikte chevauche
    chevauchent chevauchement chevauchements conflit conflits solapa solapan solapen solapamiento solapamientos conflicto
    conflictos sobrepoem conflito conflitos sovrappongono sovrapposizioni conflitto conflitti overlappen overlapt
    overlappingen conflicten choque choques kollision kollisionen gleichzeitig simultanement`,
  not: `not no don't dont doesn't doesnt didn't won't wont without nicht keine keinen ohne sans pas ne sin sem non senza niet
    geen zonder`,
  fit: 'fit fits fitting passt passen',
  beside: 'beside besides between around neben zwischen zu entre tra fra tussen naast',
  is: 'is are did ist sind est sont esta estan e staat staan',
  free: `free available busy gap gaps frei freie freien zeit lucke lucken libre libres dispo disponible trou trous tiempo hueco
    huecos livre livres libero libera tempo vrij vrije tijd`,
  calendar: 'calendar kalender calendrier calendario ical icalendar ics',
  take: `export exported download subscribe sync add exportiere exportieren exporter exporte exportar esporta esportare
    exporteer abonnieren herunterladen telecharger descargar baixar`,
  about: 'about on regarding uber zu zum zur sur propos sobre su over',
  am: "am i'm suis suis-je bin estoy estou sono ben",
  can: 'can could kann puis puis-je peux puedo posso kan',
  /** Said around the words above, and nothing by themselves. */
  around: `am be been go got going anything something anywhere supposed still left already other others each together double
    booked planned scheduled starting time times slot slots hours google outlook apple file feed link muss bin hin sein vor
    etwas dran noch sich miteinander etre aller quelque chose prevu temps ir estar essere andare qualcosa algo alguna alguma
    coisa moet ben iets zijn heen naartoe personal r are smth sth suis est-ce remaining restlichen ubrig ubrigen restantes
    restant during wahrend pendant durante tijdens else steht ansteht`,
  /** Stands for a pair of words. */
  forMe: 'for-me',
} as const;

export type WordClass = keyof typeof WORDS;

const CLASSES: ReadonlyMap<string, ReadonlySet<WordClass>> = listClasses();

function listClasses(): ReadonlyMap<string, ReadonlySet<WordClass>> {
  const classes = new Map<string, Set<WordClass>>();
  for (const name of Object.keys(WORDS) as WordClass[])
    for (const word of WORDS[name].split(/\s+/))
      classes.set(word, (classes.get(word) ?? new Set<WordClass>()).add(name));
  return classes;
}

/** The words of these classes. */
export function wordsOf(...names: readonly WordClass[]): readonly string[] {
  return names.flatMap(name => WORDS[name].split(/\s+/));
}

/** Whether a word is of one of these classes. */
export function isIn({ form }: TypedWord, ...names: readonly WordClass[]): boolean {
  const classes = CLASSES.get(form);
  return classes !== undefined && names.some(name => classes.has(name));
}

/** Stands where there is no word, and is of no class. */
export const NO_WORD: TypedWord = { text: '', form: '', start: 0, end: 0 };
