import { nameKey } from '../../../text/fold.ts';
import { remember } from '../../../text/remember.ts';
import { type Fields, isFields, listFields } from '../../reading/json.ts';
import { textOf } from './values.ts';

/** The kind of thing that a list in a document is about. `other` is nothing of a programme, such as a menu. */
export type CollectionKind =
  | 'talk'
  | 'person'
  | 'room'
  | 'track'
  | 'slot'
  | 'day'
  | 'type'
  | 'level'
  | 'language'
  | 'other';

/** Names of lists, folded, singular and plural, in the languages of the files we read. */
const NAMES: Readonly<Record<CollectionKind, string>> = {
  talk: `talk talks session sessions event events paper papers presentation presentations contribution contributions
    lecture lectures keynote keynotes tutorial tutorials workshop workshops poster posters panel panels submission
    submissions proposal proposals subsession subsessions subcontributions subevent subevents sub-event sub-events lightning-talks ignites plenaries
    vortrag vortrage vortraege beitrage charlas charla ponencias ponencia sesiones conferences exposes palestras
    palestra sessoes interventi sessioni beitrag sesion sessao intervento sessione`,
  person: `speaker speakers presenter presenters person persons people author authors performer performers participant participants panelist
    panelists panellists moderator moderators host hosts lecturers instructors facilitators speaker-list all-speakers sprecher referenten referent
    vortragende ponentes oradores intervenants conferenciers palestrantes relatori personen personas personnes
    referentin referentinnen vortragender ponente orador intervenant conferencier palestrante relatore persona personne`,
  room: `room rooms location locations venue venues stage stages hall halls place places space spaces microlocation
    microlocations raum raume raeume ort orte salle salles lieux sala salas salones lugares aule sale`,
  track: `track tracks topic topics theme themes stream streams category categories area areas bereiche themen
    kategorien parcours thematiques categorias trilhas temas percorsi`,
  slot: `slot slots timeslot timeslots time-slot time-slots time times period periods block blocks timeblocks
    zeiten zeitslots horaires creneaux horarios orari`,
  day: `day days date dates tag tage jour jours dia dias giorno giorni`,
  type: `type types format formats kind kinds session-type session-types session-formats talk-types submission-types event-types`,
  level: `level levels difficulty difficulties niveaus niveaux niveles livelli`,
  language: `language languages sprache sprachen langue langues idioma idiomas lingua lingue`,
  other: `menu menus nav navigation navbar links social socials sponsor sponsors sponsoren partner partners supporters faq faqs
    questions news posts blog articles pages footer header hotels jobs tickets prices organizers organisers organization team
    committee staff volunteers crew media images photos gallery videos recordings resources materials attachments files
    downloads tags keywords comments reviews answers testimonials buttons widgets plugins settings`,
};

const KINDS: ReadonlyMap<string, CollectionKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(/\s+/).map((name): [string, CollectionKind] => [name, kind as CollectionKind]),
  ),
);

/** Tells the kind of a list by its name, `timeSlots` or `session_types`; undefined for a name such as `data`. */
export function kindOfCollection(name: string): CollectionKind | undefined {
  return kindOfKey(toKey(name));
}

/** The same by the folded name. */
export function kindOfKey(key: string): CollectionKind | undefined {
  return KINDS.get(key);
}

/** Folds `timeSlots` like `time_slots`. */
export const toKey = remember(name => nameKey(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')));

/** The entries of one kind in a document by their ids, to which other entries refer. */
export type ReferenceTables = ReadonlyMap<CollectionKind, ReadonlyMap<string, Fields>>;

/** Ids under their usual names, in the order of preference. */
const ID_NAMES = ['id', 'key', 'slug', 'code', 'guid', 'uuid', 'uid', '_id', '@id', 'ref', 'number', 'nr'];

/** Collects the entries that others may refer to. */
export function createTables(): {
  readonly tables: ReferenceTables;
  readonly add: (kind: CollectionKind, entries: readonly Fields[]) => void;
} {
  const tables = new Map<CollectionKind, Map<string, Fields>>();
  return {
    tables,
    add: (kind, entries) => {
      const table = tables.get(kind) ?? new Map<string, Fields>();
      tables.set(kind, table);
      for (const entry of entries)
        for (const id of idsOf(entry, kind)) if (!table.has(id)) table.set(id, entry);
    },
  };
}

/**
 * An entry may have several ids: others may refer to its number or to its slug. People are not told by their names here,
 * because two may have the same.
 */
export function idsOf(entry: Fields, kind: CollectionKind): readonly string[] {
  const names = kind === 'person' ? ID_NAMES : [...ID_NAMES, 'name'];
  return Object.entries(entry).flatMap(([name, value]) => {
    const isId =
      names.includes(name.toLowerCase()) && (typeof value === 'string' || typeof value === 'number');
    return isId && value !== '' ? [String(value)] : [];
  });
}

/**
 * Lists the entries of a list, or of an object with an entry under each id. A text in place of an entry is its name:
 * `{ "r1": "Quay Hall" }`.
 */
export function entriesOf(value: unknown): readonly Fields[] {
  if (Array.isArray(value)) return listFields(value);
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([id, entry]) => {
    if (isFields(entry)) return { id, ...entry };
    return typeof entry === 'string' ? { id, name: entry } : [];
  });
}

/** The name of a room, track, type or level. */
export function nameOfEntry(entry: Fields): string {
  const { name, title, label, short_name: short, Name, Title } = entry;
  return [name, title, label, short, Name, Title].map(textOf).find(text => text !== '') ?? '';
}
