import { nameKey } from '../programme/fold.ts';
import type { CsvColumn, CsvMapping } from './csv-mapping.ts';

/** Where each column stands that a table has. */
export type Columns = Readonly<Partial<Record<CsvColumn, number>>>;

/**
 * What people and programs call them in English, German, French, Spanish, Portuguese and Italian, folded; the earlier a
 * name, the better. pretalx's export has its labels, in the organiser's language, for names.
 */
const NAMES: Readonly<Record<CsvColumn, string>> = {
  id: `id code slug talk-id session-id session-code event-key guid uid kennung codigo identifiant codice`,
  title: `title talk-title session-title proposal-title talk-name session-name event-name talk session presentation
    titel vortragstitel vortrag beitrag titre intitule titulo charla ponencia palestra titolo intervento
    topic thema name nombre nom nome`,
  date: `date start-date event-date day-date datum startdatum beginn-datum date-de-debut fecha fecha-de-inicio
    data data-inizio talk-date day tag wochentag jour dia giorno`,
  start: `start starts starts-at start-at event-start start-datetime time-start talk-start-time start-time-utc begins beginning begin start-time
    from time starttime beginn anfang startzeit beginn-uhrzeit uhrzeit zeit von debut heure-de-debut heure de
    inicio hora-de-inicio hora comienzo empieza inizio ora-inizio ora orario desde das dalle`,
  end: `end ends ends-at end-at event-end end-datetime time-end talk-end-time end-time to until finish endtime ende endzeit ende-uhrzeit bis
    fin heure-de-fin fim final hora-de-fin hora-fin termino fine ora-fine hasta ate alle`,
  duration: `duration length minutes min duration-min duration-minutes dauer lange minuten duree duracion duracao durata`,
  room: `room rooms location venue stage hall place raum raume saal ort salle lieu sala salon lugar auditorio local
    aula palco luogo`,
  speakers: `speakers speaker speaker-names speaker-name presenters presenter presenter-slugs speaker-slugs authors author panelists lecturers
    lecturer hosts host vortragende vortragender vortragende-r vortragenden-namen namen-der-vortragenden referenten
    referent referentin referierende sprecher sprecherin sprecherinnen redner rednerin intervenants intervenant
    intervenante intervenant-e-s conferenciers conferencier orateurs orateur auteurs auteur ponentes ponente
    conferenciantes oradores orador oradora autores autor palestrantes palestrante relatori relatore relatrice
    autori autore name nombre nom nome`,
  track: `track tracks track-name category categories theme stream strang kategorie bereich piste categorie filiere
    categoria tematica trilha tema percorso topic thema`,
  abstract: `abstract summary short-description kurzfassung zusammenfassung kurzbeschreibung resume resumen resumo
    sommario riassunto sintesi`,
  description: `description long-description details text beschreibung inhalt descripcion contenido descricao conteudo
    descrizione contenuto`,
  bio: `bio biography speaker-bio about-the-speaker biographie vita lebenslauf biografia`,
  level: `level audience-level difficulty experience-level audience skill-level niveau schwierigkeit schwierigkeitsgrad
    nivel livello`,
  language: `language lang locale session-language content-locale sprache vortragssprache langue idioma lengua lingua`,
  type: `type session-type talk-type submission-type format event-type kind art typ beitragsart vortragsart
    einreichungsart einreichungstyp tipo tipo-de-sesion formato type-de-session`,
  state: `state status proposal-state submission-state session-state acceptance zustand etat statut estado stato`,
  link: `url link talk-url session-url website webseite lien enlace sitio-web ligacao collegamento`,
  video: `video video-url youtube youtube-url youtubeid youtube-id recording recording-url media-url file-url aufzeichnung
    enregistrement grabacion gravacao registrazione`,
  slides: `slides slides-url presentation-url deck folien diapositives diapositivas diapositive`,
};

const CANDIDATES = new Map(
  Object.entries(NAMES).map(([column, names]) => [column as CsvColumn, names.split(/\s+/)]),
);

/** Finds the columns that a header row names, by what `mapping` calls them, else by what they are called anywhere. */
export function columnsOf(header: readonly string[], mapping: CsvMapping = {}): Columns {
  const keys = header.map(nameKey);
  const found: Partial<Record<CsvColumn, number>> = {};
  const taken = new Set<number>();
  const take = (column: CsvColumn, at: number) => {
    if (at < 0 || taken.has(at) || found[column] !== undefined) return;
    found[column] = at;
    taken.add(at);
  };
  for (const column of CANDIDATES.keys()) take(column, mapped(header, mapping.columns?.[column]));
  for (const [column, names] of CANDIDATES) {
    const name = names.find(candidate => keys.some((key, at) => key === candidate && !taken.has(at)));
    if (name !== undefined)
      take(
        column,
        keys.findIndex((key, at) => key === name && !taken.has(at)),
      );
  }
  if (mapping.columns?.title === undefined && isNamesOnly(keys[found.title ?? -1], found)) delete found.title;
  return found;
}

/** What has a name at some time is a talk; a list that only has names has those of people. */
function isNamesOnly(title: string | undefined, { start, date, speakers }: Columns): boolean {
  const isWeak = ['name', 'nombre', 'nom', 'nome'].includes(title ?? '');
  return isWeak && (start ?? date ?? speakers) === undefined;
}

/** By its number, counted from 1, or by its name. */
function mapped(header: readonly string[], name: string | number | undefined): number {
  if (name === undefined) return -1;
  if (typeof name === 'number') return name <= header.length ? name - 1 : -1;
  return header.map(nameKey).indexOf(nameKey(name));
}
