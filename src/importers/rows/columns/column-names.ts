import type { CsvColumn } from '../mapping.ts';

/**
 * Names of columns in English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese, folded, in order of preference.
 * pretalx's export uses its labels in the organiser's language. docs/csv.md lists them all.
 */
export const COLUMN_NAMES: Readonly<Record<CsvColumn, string>> = {
  id: `id code slug talk-id paper-id submission-id session-id session-code event-key conf-key guid uid kennung codigo identifiant codice`,
  title: `title talk-title paper-title presentation-title contribution-title lecture-title submission-title abstract-title
    poster-title session-title proposal-title talk-name session-name event-name titel vortragstitel titre
    intitule titulo titolo
    onderwerp タイトル 題名 講演名 演題 セッション名`,
  date: `date start-date event-date day-date datum startdatum beginn-datum date-de-debut debut-date date-debut fecha inicio-fecha data-de-inicio inizio-data fecha-de-inicio
    data data-inizio talk-date recorded day tag wochentag jour dia giorno
    session-date presentation-date beginnt-am beginn-am startet-am begindatum fecha-de-comienzo fecha-comienzo data-di-inizio debut-le 日付 日程 開催日 開始日`,
  start: `start starts starts-at start-at event-start start-datetime datetime date-time time-start talk-start-time start-time-utc
    scheduled-at scheduled begins beginning begin start-time
    from time time-slot timeslot starttime start-date-time beginn anfang startzeit beginn-uhrzeit uhrzeit zeit von debut
    heure-de-debut heure-debut debut-heure heure horaire horaires de inicio hora-de-inicio hora-inicio inicio-hora hora horario comienzo empieza inizio
    ora-inizio inizio-ora ora orario desde das dalle tijd tijdstip aanvang begintijd starttijd
    presentation-start presentation-start-time paper-start begins-at beginnt-um beginn-um startet-um comienza debut-a hora-de-comienzo 開始 開始時刻 開始時間 時間 時刻 日時`,
  endDate: `end-date event-end-date end-day endet-am ende-am enddatum ende-datum einddatum date-de-fin date-fin fin-date fin-le
    fecha-de-finalizacion fecha-finalizacion fecha-de-fin fecha-fin fecha-final fin-fecha data-de-termino data-de-fim data-fim
    data-fine data-di-fine fine-data 終了日`,
  end: `end ends ends-at end-at event-end end-datetime time-end talk-end-time end-time to until finish endtime ende endzeit ende-uhrzeit bis
    fin heure-de-fin heure-fin fin-heure fim fim-hora final hora-de-fin hora-fin fin-hora termino fine ora-fine fine-ora hasta ate alle einde eindtijd
    presentation-end presentation-end-time paper-end endet-um endet hora-de-finalizacion hora-finalizacion finalizacion finaliza hora-de-termino fin-a 終了 終了時刻 終了時間`,
  duration: `duration length scheduled-duration minutes min duration-min duration-minutes dauer lange minuten duree duracion duracao durata
    duration-seconds duration-sec duration-s duration-ms duration-milliseconds duration-hours duration-hrs duration-h
    length-min length-minutes length-seconds seconds video-length video-duration duur tijdsduur 所要時間`,
  allDay: `all-day allday all-day-event is-all-day isallday whole-day ganztagig ganztags ganztagiges-ereignis journee-entiere
    toute-la-journee todo-el-dia dia-completo evento-de-dia-completo dia-inteiro dia-todo tutto-il-giorno
    evenement-d-une-journee-entiere evenement-journee-entiere duurt-hele-dag hele-dag 終日`,
  zone: 'time-zone timezone tz start-timezone zeitzone fuseau-horaire zona-horaria fuso-horario fuso-orario tijdzone',
  room: `room rooms room-location location venue microlocation stage hall place raum raume saal ort salle lieu sala salon lugar auditorio local
    aula palco luogo
    ubicacion emplacement ubicazione zaal locatie 会場 部屋 場所 教室`,
  speakers: `speakers speaker speaker-names speaker-name presenters presenter presenter-slugs speaker-slugs authors
    author panelists performers performer lecturers lecturer facilitators facilitator instructors instructor hosts host
    vortragende vortragender vortragende-r vortragenden vortragenden-namen namen-der-vortragenden referenten referent
    referentin referierende sprecher sprecherin sprecherinnen redner rednerin intervenants intervenant
    intervenante intervenant-e-s conferenciers conferencier orateurs orateur auteurs auteur ponentes ponente
    conferenciantes oradores orador oradora autores autor palestrantes palestrante relatori relatore relatrice
    autori autore
    presenting-author presenting-authors spreker sprekers 登壇者 発表者 講演者 講師`,
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
  decision-status review-status review-result review-decision final-decision paper-status submission-status talk-status
  zustand etat statut estado stato`,
  within: `parent-session parent-session-title parent-session-id parent-title parent-id parent session-or-sub-session
    sub-session-of part-of`,
  link: `url link conf-url talk-url session-url website webseite lien enlace sitio-web ligacao collegamento`,
  video: `video video-url youtube youtube-url youtubeid youtube-id recording recording-url media-url file-url aufzeichnung
    enregistrement grabacion gravacao registrazione`,
  feedback: `feedback feedback-url`,
  slides: `slides slides-url presentation-url deck folien diapositives diapositivas diapositive`,
};

/**
 * Names that may mean several columns; they are given to the first that has no other name. docs/csv.md lists them, too.
 */
export const VAGUE_COLUMN_NAMES: Readonly<Partial<Record<CsvColumn, string>>> = {
  firstName: 'name nombre nom nome',
  lastName: 'name nom',
  title: `talk session presentation paper event activity vortrag beitrag charla ponencia palestra intervento topic thema subject betreff objet asunto assunto oggetto name nombre nom nome`,
  speakers: `who by wer qui quien quienes quem chi
    name full-name fullname your-name display-name nombre nom nome participants`,
  track: 'topic thema',
  start: 'when wann quand cuando quando slot slot-id slotid timeslot-id timeslotid time-slot-id',
  date: 'when wann quand cuando quando',
  room: 'where wo ou donde onde dove',
};
