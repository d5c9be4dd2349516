import { type Reminders, readReminders } from '../../people/preferences.ts';
import { addDays, type Calendar, isRelativeDay, readDay } from '../../text/read-day.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import type { MineRequest } from './mine-request.ts';

/** A wish about what Lectern keeps or knows for a person, which needs the database. */
export type PersonalRequest =
  /** For organisers: the words that people search for, and how digests fare; `isFile` as a file. */
  | { readonly kind: 'insight'; readonly isFile: boolean }
  /**
   * The talks that the person may rate or has rated, from page 1 on; unless `of` is `own`, for organisers all ratings, too,
   * `isFile` as a file.
   */
  | {
      readonly kind: 'feedback';
      readonly of: 'own' | 'all';
      readonly page: number;
      readonly isFile: boolean;
    }
  /** How long before their talks a person is reminded; undefined asks them. */
  | {
      readonly kind: 'reminders';
      readonly reminders: Reminders | undefined;
      /** True if the person named a time that reminders cannot have. */
      readonly isUnavailable: boolean;
    }
  /** Takes one of their stars away, that of the one talk which `of` asks for; or all of them. */
  | { readonly kind: 'unstar'; readonly of: MineRequest | 'all' }
  /** Takes back what the person did last. */
  | { readonly kind: 'undo' }
  /** The talks that came in or changed on a day or later, `2027-05-10`; undefined is as long as Lectern remembers. */
  | NewsRequest;

export interface NewsRequest {
  readonly kind: 'news';
  readonly since: string | undefined;
  /** True for the changes of one day, which is then `since`. */
  readonly isDay: boolean;
  /** True for those that the person starred. */
  readonly own: boolean;
}

/** More words are a text. */
const WORDS_MAX = 10;

/** Reads such a wish, in the languages in which people type; undefined if the words, all of them, are none. */
export function readPersonalRequest(
  words: readonly TypedWord[],
  calendar: Calendar,
): PersonalRequest | undefined {
  if (words.length === 0 || words.length > WORDS_MAX) return undefined;
  const text = words
    .map(({ form }) => form)
    .join(' ')
    .replace(AROUND, '');
  if (!MAY_BE_PERSONAL.test(text)) return undefined;
  if (UNDO.test(text)) return { kind: 'undo' };
  const own = OWN_RATINGS.exec(text);
  if (own !== null)
    return { kind: 'feedback', of: 'own', page: Number(own.groups?.page ?? 1), isFile: false };
  const feedback = FEEDBACK.exec(text);
  if (feedback !== null)
    return { kind: 'feedback', of: 'all', page: 1, isFile: feedback.groups?.file !== undefined };
  const insight = INSIGHT.exec(text);
  if (insight !== null) return { kind: 'insight', isFile: insight.groups?.file !== undefined };
  if (UNSTAR.test(text)) return { kind: 'unstar', of: 'all' };
  return readReminderWish(text) ?? readNews(text, calendar);
}

function readReminderWish(text: string): PersonalRequest | undefined {
  if (NO_REMINDERS.test(text)) return { kind: 'reminders', reminders: 'off', isUnavailable: false };
  if (HOURS_BEFORE.test(text)) return { kind: 'reminders', reminders: undefined, isUnavailable: true };
  if (REMINDERS_ON.test(text)) return { kind: 'reminders', reminders: undefined, isUnavailable: false };
  const asked = REMINDERS.exec(text);
  if (asked === null) return undefined;
  const { minutes, later } = asked.groups ?? {};
  const named = minutes ?? later;
  const reminders = readReminders(named ?? '');
  return { kind: 'reminders', reminders, isUnavailable: named !== undefined && reminders === undefined };
}

function readNews(text: string, calendar: Calendar): NewsRequest | undefined {
  const changed = CHANGES.exec(text);
  if (changed !== null) {
    const { day: named = 'today' } = changed.groups ?? {};
    // On a Tuesday, `changes tuesday` are today's, though `since tuesday` is a week ago.
    const isToday = readDay(named, { today: calendar.today, days: [] }) === calendar.today;
    const past = isToday ? { day: calendar.today } : readPast(named, calendar);
    return past?.day === undefined ? undefined : { kind: 'news', since: past.day, isDay: true, own: false };
  }
  const { head, tail } = SINCE.exec(text)?.groups ?? {};
  const past = tail === undefined ? undefined : readPast(tail, calendar);
  if (head === '' && past !== undefined) return { kind: 'news', since: past.day, isDay: false, own: false };
  const asked = past === undefined || head === undefined ? text : head.trimEnd();
  const own = OWN_NEWS.exec(asked);
  const news = own ?? NEWS.exec(asked);
  if (news === null) return undefined;
  const { since, after, from, there } = news.groups ?? {};
  const named = since ?? after ?? from ?? there;
  const day = named === undefined ? past?.day : readPast(named, calendar)?.day;
  return { kind: 'news', since: day, isDay: false, own: own !== null };
}

/** Folded words of all wishes; V8 takes 60 ms to compile the patterns below, and most texts and starts need none. */
const MAY_BE_PERSONAL = new RegExp(
  `変更|\\b(?:${[
    'undo|take (?:it|that)|ruckgangig|annul|desha|desfa|ongedaan|insight|feedback|rating|rate (?:my|the|talks)',
    'unstar|remov|delet|clear|reset|drop|forget|erase|losch|entfern|verwijder|supprim|effac|enlev|borra|quita|elimin|apaga|rimuov|togli',
    'remind|erinner|rappel|recordat|avis|recuerd|lembr|promemoria|ricord|herinner',
    'news?\\b|neu(?:es|f|igkeiten)?\\b|chang|updat|added|move|cancel|resched|geander|anderung|verschob|abgesagt|nouve|nuev|noved|cambi',
    'novi[dt]a|novo\\b|muda|mudou|nuov|nieuw|verander|wijzig|modifi|alterac|since|seit|depuis|desde|sinds',
  ].join('|')})`,
  'u',
);

/** True for a word that wishes have, by itself or before another one. */
export function mayBePersonal(form: string): boolean {
  return [form, `${form} it`, `${form} the`].some(text => MAY_BE_PERSONAL.test(text));
}

/** A time behind the words, or alone. */
const SINCE = /^(?<head>|.+ )(?:since|seit|depuis|desde|sinds) (?<tail>.+)$/u;

/** Politeness at either end. */
const AROUND =
  /^(?:(?:please|pls|can you|could you|hey|bitte|por favor) )+|(?: (?:please|pls|bitte|por favor|s'il te plait|s'il vous plait|thanks))+$/gu;

/** A pattern of all the words; line breaks and the spaces around them are left out. */
function whole(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`, 'u');
}

const MINE =
  '(?:all |every |alle |todas |todos |toutes |tous |tutti |tutte )?(?:of )?(?:my |the |meine |die |mes |les |mis |las |los |minhas |meus |as |os |i miei |le mie |mijn |de )?';
const STARS =
  '(?:stars?|starred(?: talks| sessions)?|talks|sessions|schedule|favou?rites|bookmarks|sterne|vortrage|favoriten|etoiles|favoris|conferences|estrellas|favoritos|charlas|estrelas|palestras|stelle|preferiti|sterren|favorieten)';

const UNDO = whole(
  'undo(?: (?:that|it|this|the star|my last star|the last one))?',
  '(?:take (?:it|that) back|ruckgangig(?: machen)?|mach (?:es|das) ruckgangig|annuler|annule|deshacer|deshaz|desfazer|desfaz|annulla|ongedaan maken|maak ongedaan)',
);

const INSIGHT = /^insights?(?<file> (?:as |as a |in )?csv(?: file)?)?$/u;
const OWN_RATINGS = /^(?:my (?:ratings|feedback)|rate my talks)(?: (?<page>\d{1,2}))?$/u;
/** Read only where a conference asks for feedback. */
const FEEDBACK =
  /^(?:(?:give |my )?feedback(?<file> (?:as |as a |in )?csv(?: file)?)?|rate (?:the )?talks|ratings)$/u;

const UNSTAR = whole(
  `unstar(?!$)(?: (?:all|everything|them all|all of them))?(?: ${MINE}${STARS})?`,
  `(?:remove|delete|clear|reset|drop|forget|erase) ${MINE}${STARS}`,
  `(?:losche|entferne) ${MINE}${STARS}`,
  `${MINE}${STARS} (?:loschen|entfernen|verwijderen)`,
  `(?:supprime[rz]?|efface[rz]?|enleve[rz]?) ${MINE}${STARS}`,
  `(?:borra|borrar|quita|quitar|elimina|eliminar|apaga|apagar|remove|remover|rimuovi|togli|verwijder) ${MINE}${STARS}`,
);

/** Only these may follow `before`: the setting is for all talks, and `before the ceph talk` speaks of one. */
const ALL_TALKS = `(?:(?:each |every |jedem |chaque |cada |ogni |elke )(?:of )?(?:talk|session|vortrag|conference|charla|palestra|lezing)|(?:each of |every one of )?${MINE}${STARS}|meinen vortragen|(?:they|it) (?:starts?|begins?))`;

/** `10 minutes before`; a group's name stands in a pattern once. */
function before(group: string): string {
  return `(?:(?<${group}>\\d{1,9}) ?(?:minutes?|minuten|minutos?|minuti|mins?|m|')?(?: (?:before|b4|earlier|ahead|prior|early|vorher|vor|davor|avant|antes|prima|vooraf|van tevoren)(?: ${ALL_TALKS})?)?)`;
}

const REMINDER_WORDS =
  '(?:reminders?|erinnerung(?:en)?|rappels?|recordatorios?|avisos|lembretes?|promemoria|herinnering(?:en)?)';
const REMIND =
  '(?:remind me|set (?:a |me a )?reminder|erinner[e]? mich|rappelle[ -]moi|rappelez[ -]moi|recuerdame|avisame|lembra[ -]me|me lembre|me lembra|ricordami|herinner (?:me|mij))';

/** `remind me 10 minutes before`, `reminders`; words about a single talk are none: `remind me about ceph`. */
const REMINDERS = whole(
  `${REMIND}(?: (?:of|about|before|b4|for|an|de|vor|avant|antes de|prima di|voor))?(?: ${MINE}${STARS}| each talk| every talk| them)?(?: (?:starts?|begins?))?(?: ${before('minutes')})?`,
  `(?:my |meine |mes |mis |meus |mijn |i miei |set |turn on |enable )?${REMINDER_WORDS}(?: (?:on|an|ein|settings?|einschalten))?(?: ${before('later')})?`,
);

/** `remind me half an hour before`: no reminder comes so early. */
const HOURS_BEFORE = whole(
  `(?:${REMIND}|${REMINDER_WORDS}) (?:(?:half an?|a half|half|an?|one|two|\\d{1,2})(?: and a half)? ?(?:hours?|hrs?|h)|(?:eine halbe|eine|\\d{1,2}) stunden?|(?:une demi|une|\\d{1,2})[ -]?heures?|(?:media|una|uma|meia|mezz'|un')[ ]?(?:hora|ora)|een (?:half )?uur)(?: (?:before|b4|earlier|ahead|prior|early|vorher|davor|vor|avant|antes|prima|vooraf|van tevoren)(?: ${MINE}${STARS})?)?`,
);

const REMINDERS_ON = whole(
  `(?:turn|switch) (?:(?:my |the )?${REMINDER_WORDS} (?:back )?on|(?:back )?on (?:my |the )?${REMINDER_WORDS})`,
  `(?:activate|start|restart|i want|i would like|i'd like|give me|send me|ich mochte|ich will|je veux|quiero|quero|voglio) (?:my |the |des |die |los |os |i )?${REMINDER_WORDS}`,
);

const NO_REMINDERS = whole(
  `(?:i )?(?:do not|don't|dont) (?:want|need|send(?: me)?) (?:any )?(?:more )?${REMINDER_WORDS}(?: any ?more)?`,
  `(?:ich (?:will|mochte|brauche) keine|je ne veux (?:pas|plus) de|no quiero(?: mas)?|nao quero(?: mais)?|non voglio(?: piu)?|ik wil geen) ${REMINDER_WORDS}(?: mehr)?`,
  `(?:my |meine |mes |mis |meus |mijn )?${REMINDER_WORDS} (?:off|out|stop|none|no|aus|ausschalten|abschalten|desactives?|non|desactivar|desactivados|no|desligar|off|spenti|uit)`,
  `(?:no|no more|stop|disable|mute|cancel|turn off|switch off|remove|delete|quita|quitar|elimina|borra|losche|entferne|supprime|enleve|rimuovi|togli|verwijder|keine|plus de|pas de|sin|sem|niente|geen|desactiva(?:r)?|desactive[rz]?|desliga(?:r)?|disattiva) ${MINE}${REMINDER_WORDS}`,
  "(?:stop reminding me|do not remind me|don't remind me|dont remind me|turn reminders off|switch reminders off|erinner(?:e)? mich nicht(?: mehr)?|ne me rappelle plus|no me recuerdes(?: mas)?|nao me lembre)(?: any ?more)?",
);

function since(group: string): string {
  return `(?<${group}>today|yesterday|this morning|last night|heute|gestern|aujourd'hui|hier|hoy|ayer|hoje|ontem|oggi|ieri|vandaag|gisteren)`;
}

const NEWS = whole(
  // One change or update is a topic by itself.
  `(?!(?:change|update)$)(?:(?:what|anything|something|whats|what's|what is|what has|what's been|is there anything|any)(?: is| has)? )?(?:new|news|changed|changes|updates?|updated|change)(?: (?:in|to|of|on) (?:the )?(?:programme|program|schedule|agenda|conference))?(?: (?:since|from|as of))?(?: ${since('since')})?`,
  `(?:what's|whats|what is) new(?: (?:here|lately|recently|this week))?`,
  `(?:the )?(?:programme|program|schedule|agenda) (?:changes|updates|news)(?: (?:since )?${since('after')})?`,
  `(?:new|changed|added) (?:talks|sessions)(?: (?:since )?${since('from')})?`,
  `(?:was gibt es neues|was gibts neues|gibt es (?:was|etwas) neues|was ist neu|neues|neuigkeiten|was hat sich geandert|anderungen|quoi de neuf|(?:les )?nouveautes|qu'est-ce qui (?:a change|est nouveau)|changements|que hay de nuevo|novedades|que ha cambiado|cambios|o que ha de novo|novidades|o que mudou|mudancas|novita|(?:che )?cosa (?:c'e di nuovo|e cambiato)|nieuws|wat is er nieuw|wat is er veranderd|wijzigingen)(?: (?:seit|depuis|desde|da|dal|sinds|d')?(?: le| el| ce)? ?${since('there')})?`,
);

/** `changes`, which are today's, and `changes yesterday`; `changes since` a day are news. */
const CHANGES =
  /^(?:show (?:me )?)?(?:(?:(?:the|die|les|los|as|le|de) )?(?:changes|anderungen|changements|cambios|mudancas|alteracoes|modifiche|cambiamenti|wijzigingen|変更))(?: (?!(?:since|seit|depuis|desde|dal?|sinds|to|of|for|in|an|bei) )(?:d'|(?:on|from|of|am|von|vom|du|de|del|do|di|van) )?(?<day>\S.*))?$/u;

const MY_TALKS =
  '(?:my (?:talks|sessions|schedule|stars|starred talks|agenda|programme)|mein(?:en?|em)? (?:vortrage?n?|programm)|mes conferences|mon programme|mis charlas|mi agenda|minhas palestras|i miei talk|mijn talks)';

/** `did any of my talks move` */
const OWN_NEWS = whole(
  `(?:did |do |have |has |were |was |are |is |any of )*${MY_TALKS} (?:been |get |got |be )*(?:changed?|changes|moved?|moves|cancell?ed|updated|rescheduled|geandert|verschoben|abgesagt|change|cambiado)(?: since)?(?: ${since('since')})?`,
  `(?:any |are there )*(?:changes?|news|updates?|anderungen|changements|nouveautes|cambios|novedades)(?: (?:to|of|for|in|about|on|an|bei|zu|de|dans|en|a))? ${MY_TALKS}(?: since)?(?: ${since('after')})?`,
  `what(?:'s| is| has)? (?:new|changed|moved) (?:in|with|about|on|for) ${MY_TALKS}(?: since)?(?: ${since('from')})?`,
  `(?:haben|hat|wurden|wurde) (?:sich )?${MY_TALKS} (?:geandert|verschoben|abgesagt)`,
);

const TODAY =
  'this morning, today in the morning, heute fruh, heute morgen, ce matin, esta manana, stamattina, vanochtend'.split(
    ', ',
  );
const YESTERDAY = 'last night, gestern abend, hier soir, anoche'.split(', ');
/** News are kept for a week. */
const LAST_WEEK =
  /^(?:(?:the )?(?:last|past) (?:week|weekend|month)|a week ago|one week ago|letzte[rn]? (?:woche|monat)|(?:einer|eine) woche|la semaine derniere|une semaine|la semana pasada|una semana|a semana passada|uma semana|la settimana scorsa|una settimana|vorige week|afgelopen week|een week)$/u;
const BEFORE_DAY =
  /^(?:the|on|last|this|past|dem|den|letzte[mnrs]?|vergangene[mnr]?|le|el|la|os?|afgelopen|vorige) /u;
const BEHIND_DAY =
  / (?:morning|noon|afternoon|evening|night|last week|dernier|derniere|pasado|passado|scorso)$/u;

/** A day that is over or runs, the last one of its name. Undefined if the words are none; its day is undefined for the last week. */
function readPast(text: string, calendar: Calendar): { readonly day: string | undefined } | undefined {
  const { today } = calendar;
  if (LAST_WEEK.test(text)) return { day: undefined };
  if (TODAY.includes(text)) return { day: today };
  if (YESTERDAY.includes(text)) return { day: addDays(today, -1) };
  const words = text.replace(BEFORE_DAY, '').replace(BEHIND_DAY, '');
  // Without the days of the conference, which are to come: the next such day, today included.
  const day = readDay(words, { today, days: [] });
  if (day === undefined) return undefined;
  if (!isRelativeDay(words) && !/\d/u.test(words)) return { day: addDays(day, -7) };
  if (day <= today) return { day };
  // A date without a year that is to come was a year ago.
  return isRelativeDay(words) || /\d{4}/u.test(words) ? undefined : { day: undefined };
}
