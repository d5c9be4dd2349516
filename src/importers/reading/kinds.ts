import type { TalkKind } from '../../programme/talk.ts';
import { fold } from '../../text/fold.ts';

type Pause = Exclude<TalkKind, 'talk'>;

/** Words for entries that are not talks, folded, in the languages of the files we read. */
const KIND_WORDS: Readonly<Record<Pause, ReadonlySet<string>>> = {
  break: new Set(
    `break breaks breakfast brunch coffee lunch meal meals pause refreshments snack snacks tea
    essen fruhstuck kaffee kaffeepause mahlzeit mahlzeiten mittag mittagessen mittagspause
    cafe dejeuner gouter repas almuerzo comida desayuno descanso merienda receso refrigerio almoco intervalo pausa colazione pranzo`.split(
      /\s+/,
    ),
  ),
  social: new Set(
    `afterparty barbecue bbq cocktail cocktails dinner drinks karaoke meetup networking party reception social
    abendessen empfang feier grillen cena fiesta jantar festa aperitivo aperitif diner soiree`.split(/\s+/),
  ),
  service: new Set(
    `accreditation badge checkin cloakroom desk doors green informational lactation logistics quiet registration service setup swag
    anmeldung einlass registrierung acreditacion registro acreditaciones credenciamento inscription accueil registrazione`.split(
      /\s+/,
    ),
  ),
};

/** Words that may stand beside them: "Morning coffee break", "Registration opens". */
const NEUTRAL_WORDS = new Set(
  `a and at for in of on the to up with your close closes closed end ends open opens opening start starts
  afternoon early evening event evenings hall late long mid mini morning short welcome conference
  area check hour happy information pick pickup pickups room rooms session sessions speaker speakers sponsors
  de del der die das e et la le les les los und y`.split(/\s+/),
);

/**
 * Classifies an entry by its type in the source, else by a title that consists of such words; undefined if it is a
 * talk. An entry with speakers is a talk unless the source gives it another type.
 */
export function classifyEntry(entry: {
  readonly type?: string | undefined;
  readonly title: string;
  readonly hasSpeakers: boolean;
}): Pause | undefined {
  return classifyText(entry.type ?? '') ?? (entry.hasSpeakers ? undefined : classifyText(entry.title));
}

/** Parses a kind as Lectern's own files state it; undefined for any other word. */
export function parseKind(text: string): TalkKind | undefined {
  return KINDS.find(kind => kind === text);
}

const KINDS: readonly TalkKind[] = ['talk', 'break', 'social', 'service'];

function classifyText(text: string): Pause | undefined {
  // "Break (snacks available)" is a break.
  const words = fold(text.slice(0, 100).replace(/\([^)]*\)/g, '')).match(/\p{L}+/gu) ?? [];
  const kinds = words.map(word => {
    for (const kind of ['break', 'social', 'service'] as const) if (KIND_WORDS[kind].has(word)) return kind;
    return NEUTRAL_WORDS.has(word) ? 'beside' : undefined;
  });
  return kinds.includes(undefined) ? undefined : kinds.find(kind => kind !== 'beside');
}
