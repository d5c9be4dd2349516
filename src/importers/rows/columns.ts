import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { CSV_COLUMNS, type CsvColumn, type CsvMapping } from './mapping.ts';

/** The indexes of a table's columns; only speakers may have several, "Speaker 1" and "Speaker 2". */
export type Columns = Readonly<Partial<Record<CsvColumn, readonly number[]>>>;

/**
 * Names of columns in English, German, French, Spanish, Portuguese and Italian, folded, in order of preference.
 * pretalx's export uses its labels in the organiser's language. docs/csv.md lists them all.
 */
export const COLUMN_NAMES: Readonly<Record<CsvColumn, string>> = {
  id: `id code slug talk-id paper-id submission-id session-id session-code event-key conf-key guid uid kennung codigo identifiant codice`,
  title: `title talk-title paper-title presentation-title contribution-title lecture-title submission-title abstract-title
    poster-title session-title proposal-title talk-name session-name event-name titel vortragstitel titre
    intitule titulo titolo`,
  date: `date start-date event-date day-date datum startdatum beginn-datum date-de-debut debut-date date-debut fecha inicio-fecha data-de-inicio inizio-data fecha-de-inicio
    data data-inizio talk-date recorded day tag wochentag jour dia giorno`,
  start: `start starts starts-at start-at event-start start-datetime datetime date-time time-start talk-start-time start-time-utc
    scheduled-at scheduled begins beginning begin start-time
    from time time-slot timeslot starttime start-date-time beginn anfang startzeit beginn-uhrzeit uhrzeit zeit von debut
    heure-de-debut heure-debut debut-heure heure horaire horaires de inicio hora-de-inicio hora-inicio inicio-hora hora horario comienzo empieza inizio
    ora-inizio inizio-ora ora orario desde das dalle tijd tijdstip aanvang begintijd starttijd`,
  end: `end ends ends-at end-at event-end end-datetime time-end talk-end-time end-time to until finish endtime ende endzeit ende-uhrzeit bis
    fin heure-de-fin heure-fin fin-heure fim fim-hora final hora-de-fin hora-fin fin-hora termino fine ora-fine fine-ora hasta ate alle end-date einde eindtijd`,
  duration: `duration length scheduled-duration minutes min duration-min duration-minutes dauer lange minuten duree duracion duracao durata`,
  allDay: `all-day allday all-day-event is-all-day isallday whole-day ganztagig ganztags ganztagiges-ereignis journee-entiere
    toute-la-journee todo-el-dia dia-completo evento-de-dia-completo dia-inteiro dia-todo tutto-il-giorno`,
  room: `room rooms room-location location venue microlocation stage hall place raum raume saal ort salle lieu sala salon lugar auditorio local
    aula palco luogo`,
  speakers: `speakers speaker speaker-names speaker-name presenters presenter presenter-slugs speaker-slugs authors
    author panelists performers performer lecturers lecturer facilitators facilitator instructors instructor hosts host
    vortragende vortragender vortragende-r vortragenden vortragenden-namen namen-der-vortragenden referenten referent
    referentin referierende sprecher sprecherin sprecherinnen redner rednerin intervenants intervenant
    intervenante intervenant-e-s conferenciers conferencier orateurs orateur auteurs auteur ponentes ponente
    conferenciantes oradores orador oradora autores autor palestrantes palestrante relatori relatore relatrice
    autori autore`,
  firstName: `first-name firstname given-name vorname prenom`,
  lastName: `last-name lastname surname family-name nachname nom-de-famille apellidos apellido cognome sobrenome apelido`,
  track: `track tracks track-name category categories theme stream strang kategorie bereich piste categorie filiere
    categoria tematica trilha tema percorso traccia pista eje`,
  abstract: `abstract summary short-description kurzfassung zusammenfassung kurzbeschreibung resume resumen resumo
    sommario riassunto sintesi`,
  description: `description long-description details text beschreibung inhalt descripcion contenido descricao conteudo
    descrizione contenuto`,
  bio: `bio biography short-bio speaker-bio bio-of-speaker about-the-speaker biographie vita lebenslauf biografia`,
  affiliation: `affiliation affiliations speaker-affiliation speaker-affiliations company companies speaker-company company-name organisation
    organization organisations organizations speaker-organisation speaker-organization org employer institution institute
    firma unternehmen organisationen institution-der-vortragenden zugehorigkeit arbeitgeber entreprise societe organisme employeur empresa
    organizacion institucion afiliacion organizacao instituicao afiliacao azienda ente organizzazione istituzione affiliazione`,
  position: `position tagline tag-line job-title jobtitle speaker-position speaker-job-title berufsbezeichnung stellung poste fonction cargo puesto funcao`,
  level: `level audience-level difficulty complexity experience-level audience skill-level niveau schwierigkeit schwierigkeitsgrad
    nivel livello`,
  language: `language lang locale session-language content-locale spoken-language in-language inlanguage languages language-code
    sprache vortragssprache sprachen langue langues idioma idiomas lengua lingua lingue taal`,
  type: `type session-type talk-type submission-type format subtype event-type kind art typ vortragstyp sessiontyp beitragsart vortragsart
    einreichungsart einreichungstyp tipo tipo-de-sesion formato type-de-session`,
  state: `state status decision proposal-state submission-state session-state acceptance accept-status acceptance-status
  decision-status review-status paper-status submission-status talk-status zustand etat statut estado stato`,
  link: `url link conf-url talk-url session-url website webseite lien enlace sitio-web ligacao collegamento`,
  video: `video video-url youtube youtube-url youtubeid youtube-id recording recording-url media-url file-url aufzeichnung
    enregistrement grabacion gravacao registrazione`,
  feedback: `feedback feedback-url`,
  slides: `slides slides-url presentation-url deck folien diapositives diapositivas diapositive`,
};

/** More than any sheet has. */
const COLUMNS_MAX = 1000;

/** The columns that a name may mean, with a rank for each: the lower, the better. */
type Meanings = ReadonlyMap<string, readonly Meaning[]>;

interface Meaning {
  readonly column: CsvColumn;
  readonly rank: number;
}

const MEANINGS = indexMeanings(COLUMN_NAMES);

/**
 * Names that may mean several columns; they are given to the first that has no other name. docs/csv.md lists them, too.
 */
export const VAGUE_COLUMN_NAMES: Readonly<Partial<Record<CsvColumn, string>>> = {
  firstName: 'name nombre nom nome',
  lastName: 'name nom',
  title: `talk session presentation paper event activity vortrag beitrag charla ponencia palestra intervento topic thema subject betreff objet asunto assunto oggetto name nombre nom nome`,
  speakers: `who wer qui quien quienes quem chi
    name full-name fullname your-name display-name nombre nom nome participants`,
  track: 'topic thema',
  start: 'when wann quand cuando quando',
  date: 'when wann quand cuando quando',
  room: 'where wo ou donde onde dove',
};

const VAGUE = indexMeanings(VAGUE_COLUMN_NAMES);

function indexMeanings(names: Readonly<Partial<Record<CsvColumn, string>>>): Meanings {
  const meanings = Object.entries(names).flatMap(([column, each], nth) =>
    each.split(/\s+/).map((name, at) => ({ name, column: column as CsvColumn, rank: nth * 1000 + at })),
  );
  return groupByEach(meanings, ({ name }) => [name]);
}

/**
 * Finds the columns that a header names: by the names in `mapping`, else by their usual names, else by such names with
 * additions. It remembers headers of usual length: an archive has the same one in each of thousands of files.
 */
export function findColumns(cells: readonly string[], mapping: CsvMapping = {}): Columns {
  const key = JSON.stringify([cells, mapping.columns ?? {}]);
  const columns = known.get(key) ?? searchColumns(cells, mapping);
  if (known.size >= KNOWN_MAX) known.clear();
  if (key.length <= KNOWN_LENGTH_MAX) known.set(key, columns);
  return columns;
}

const known = new Map<string, Columns>();

/** Headers; with their length they bound the memory to a few MB. */
const KNOWN_MAX = 1000;
/** Characters. */
const KNOWN_LENGTH_MAX = 1000;

function searchColumns(cells: readonly string[], mapping: CsvMapping): Columns {
  const header = cells.slice(0, COLUMNS_MAX);
  const found: Partial<Record<CsvColumn, readonly number[]>> = {};
  const taken = new Set<number>();
  const take = (column: CsvColumn, at: number | undefined) => {
    if (at === undefined || at < 0 || taken.has(at) || found[column] !== undefined) return;
    found[column] = [at];
    taken.add(at);
  };
  const takeBest = (keys: readonly string[], meanings: Meanings) => {
    const possible = keys.flatMap((key, at) =>
      taken.has(at) ? [] : (meanings.get(key) ?? []).map(meaning => ({ ...meaning, at })),
    );
    for (const { column, at } of possible.sort((a, b) => a.rank - b.rank || a.at - b.at))
      if (meanings !== VAGUE || isMissing(column, found)) take(column, at);
  };
  /** Takes the columns for one speaker each, "Company 1" and "Company 2". */
  const takeEach = (column: CsvColumn, pattern: RegExp) => {
    const each = header.flatMap((name, at) => (!taken.has(at) && pattern.test(toPlainKey(name)) ? at : []));
    if (each.length > 0) found[column] = [...(found[column] ?? []), ...each];
    for (const at of each) taken.add(at);
  };
  for (const column of CSV_COLUMNS) take(column, findMapped(header, mapping.columns?.[column]));
  for (const keys of looserKeys(header)) {
    if (taken.size === header.length) break;
    takeBest(keys, MEANINGS);
  }
  preferTitleOfTalk(header, found, { taken, isMapped: mapping.columns?.title !== undefined });
  const more = mapping.columns?.speakers === undefined ? findSpeakerColumns(header, taken) : [];
  if (more.length > 0) found.speakers = [...(found.speakers ?? []), ...more];
  for (const at of more) taken.add(at);
  if (mapping.columns?.affiliation === undefined) takeEach('affiliation', AFFILIATION_OF_ONE);
  if (mapping.columns?.position === undefined) takeEach('position', POSITION_OF_ONE);
  const keys = header.map(nameKey);
  takeBest(keys, VAGUE);
  const title = found.title?.[0];
  if (
    title !== undefined &&
    title !== findMapped(header, mapping.columns?.title) &&
    isNamesOnly(keys[title], found)
  )
    delete found.title;
  return found;
}

/** The title of a paper is the talk's and not that of its session, which is a track at most. */
function preferTitleOfTalk(
  header: readonly string[],
  found: Partial<Record<CsvColumn, readonly number[]>>,
  { taken, isMapped }: { readonly taken: Set<number>; readonly isMapped: boolean },
): void {
  const [session] = found.title ?? [];
  const keys = header.map(toPlainKey);
  if (
    session === undefined ||
    isMapped ||
    !/^(?:session|sitzung|sesion|sessao|seance|sessione)-/.test(keys[session] ?? '')
  )
    return;
  const own = keys.findIndex((key, at) => !taken.has(at) && TITLE_OF_TALK.test(key));
  if (own < 0) return;
  found.title = [own];
  taken.add(own);
  if (found.track === undefined) found.track = [session];
  else taken.delete(session);
}

const TITLE_OF_TALK =
  /^(?:(?:talk|paper|presentation|contribution|lecture|abstract|submission|poster|subsession|sub-session|item|artikel|beitrags?|vortrags?)-)?(?:title|titel|titre|titulo|titolo)(?:-(?:of|des|der|du|de|la|del|da|do|the|paper|talk|presentation|vortrags|beitrags))*$/;

/** "Nombre" stands beside "Apellidos" and "Nom" beside "Prénom"; elsewhere they name talks or people. */
function isMissing(column: CsvColumn, { firstName, lastName, speakers }: Columns): boolean {
  if (column === 'firstName') return lastName !== undefined;
  if (column === 'lastName') return firstName !== undefined;
  return column !== 'speakers' || (speakers ?? lastName) === undefined;
}

/** Yields the keys of a header in ever looser readings; a looser one counts only for columns not yet found. */
function* looserKeys(header: readonly string[]): Generator<readonly string[]> {
  yield header.map(nameKey);
  const plain = header.map(toPlainKey);
  yield plain;
  yield header.map(name => toPlainKey(name.replace(/\s*[/|].*$/s, '')));
  yield plain.map(dropFiller);
  yield plain.map(key => dropFiller(key.replace(/-en$/, '')));
  yield plain.map(key => dropFiller(key.replace(/-(?:de|fr|es|pt|it|nl|ja|ca|eu|gl)$/, '')));
}

/** Drops additions: `startTime`, "Duration (min)", "Ponente(s)", "Relatore/i". */
function toPlainKey(name: string): string {
  return nameKey(
    name
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .replace(/\s*\([^)]*\)?/g, '')
      .replace(/(?<=\p{L})[/·*:]\p{L}{1,5}\b(?=\W*$)/u, ''),
  );
}

/** Words that add nothing to a column's name. */
const FILLER = new Set(
  `talk talks session sessions schedule paper proposal presentation submission contribution event vortrag vortrags beitrag charla
  ponencia palestra apresentacao comunicacao intervento presentazione propuesta proposta proposition conference
  a an and for of the your this full short main public display official
  de del della dell di da do dos das des du d la las le les l los lo il gli i der die das den el o os
  name names nom noms nombre nombres nome nomi nomes namen utc local`.split(/\s+/),
);

function dropFiller(key: string): string {
  return key
    .split('-')
    .filter(word => !FILLER.has(word))
    .join('-');
}

/** A name with a time belongs to a talk; a list with only names is one of people. */
function isNamesOnly(title: string | undefined, { start, date, speakers }: Columns): boolean {
  return ['name', 'nombre', 'nom', 'nome'].includes(title ?? '') && (start ?? date ?? speakers) === undefined;
}

const ONE_OF_SEVERAL =
  /^(?:(?:co|first|second|third|fourth|fifth|additional|other|further|weitere|otros?|autres?|outros?|altri|1st|2nd|3rd|\dth)-?)?(?:your-(?:full-)?name|speaker|presenter|author|panell?ist|facilitator|instructor|referent|referentin|vortragender?|sprecher|sprecherin|intervenante?|ponente|palestrante|orador|relatore|conferencier|orateur)s?(?:-\d{1,2})?(?:-names?)?(?:-\d{1,2})?$/;

const AFFILIATION_OF_ONE =
  /^(?:(?:co-?)?(?:speaker|presenter|author)s?-)?(?:\d{1,2}-)?(?:company|affiliation|organi[sz]ation|institution|firma)(?:-\d{1,2})?$/;
const POSITION_OF_ONE =
  /^(?:(?:co-?)?(?:speaker|presenter|author)s?-)?(?:\d{1,2}-)?(?:position|job-title)(?:-\d{1,2})?$/;

/** Finds columns for one speaker each: "Speaker 1" and "Speaker 2", "Speakers" and "Co-speakers". */
function findSpeakerColumns(header: readonly string[], taken: ReadonlySet<number>): readonly number[] {
  if (taken.size === header.length) return [];
  const keys = header.map(toPlainKey);
  return keys.flatMap((key, at) => {
    const isNamedElsewhere = keys.includes(`${key}-name`) || keys.includes(`${key}-names`);
    return ONE_OF_SEVERAL.test(key) && !taken.has(at) && !isNamedElsewhere ? at : [];
  });
}

/** Finds a column by its number, counted from 1, or by its name. */
function findMapped(header: readonly string[], name: string | number | undefined): number | undefined {
  if (name === undefined) return undefined;
  if (typeof name === 'number') return name <= header.length ? name - 1 : undefined;
  return header.map(nameKey).indexOf(nameKey(name));
}
