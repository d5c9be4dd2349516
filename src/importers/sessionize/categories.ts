/** A question of the call for papers, and what was ticked. Its title is whatever the organisers wrote. */
export interface Category {
  readonly title: string;
  readonly names: readonly string[];
}

/** What the answers say of a session; empty where they do not say it. */
export interface Classes {
  readonly track: string;
  readonly level: string;
  readonly languages: string;
  readonly type: string;
}

/** "Which track does your session best fit into?" asks for the track, and "Please select session type:" for the type. */
const ASKED: Readonly<Record<keyof Classes, RegExp>> = {
  level: /\blevel|niveau|nivel|livello|schwierigkeit/i,
  languages: /language|sprache|langue|idioma|lingua/i,
  track: /track|stream|\btopic|\btheme|\bthema/i,
  type: /format|type|\btyp\b|\btipo/i,
};

/** Reads the questions that say what a session is. A talk is on one track: of several that were ticked, the first. */
export function classesOf(categories: readonly Category[]): Classes {
  const namesOf = (of: keyof Classes) =>
    categories.filter(({ title }) => askedBy(title) === of).flatMap(({ names }) => names);
  return {
    track: namesOf('track')[0] ?? '',
    level: namesOf('level').join(', '),
    languages: namesOf('languages').join(', '),
    type: namesOf('type')[0] ?? '',
  };
}

function askedBy(title: string): keyof Classes | undefined {
  if (ASKED.level.test(title)) return 'level';
  if (ASKED.languages.test(title)) return 'languages';
  if (ASKED.track.test(title)) return 'track';
  return ASKED.type.test(title) ? 'type' : undefined;
}
