import { fold } from '../../text/fold.ts';

/** Words of orders in the languages in which people type, by the word of an order that they mean. */
export type OrderWord =
  | 'daily'
  | 'eve'
  | 'reminders'
  | 'weekdays'
  | 'weekends'
  | 'week-ahead'
  | 'changes'
  | 'only-changes';

const PHRASES: Readonly<Record<OrderWord, string>> = {
  daily: `daily, every day, each day, everyday, every morning, each morning, mornings, in the mornings, taglich, jeden tag,
  jeden morgen, chaque jour, tous les jours, chaque matin, tous les matins, quotidien, quotidienne, cada dia, todos los dias,
  diario, diariamente, a diario, cada manana, todas las mananas, todos os dias, todo dia, todas as manhas, toda manha,
  ogni giorno, tutti i giorni, ogni mattina, giornaliero, quotidiano, elke dag, iedere dag, dagelijks, elke ochtend,
  elke morgen, 毎日, 毎朝, 每天, 每天早上`,
  eve: `eve, evening before, the evening before, night before, the night before, vorabend, am vorabend, abends davor,
  am abend davor, la veille, veille, la veille au soir, la vispera, vispera, la noche anterior, na vespera, vespera,
  na noite anterior, la sera prima, sera prima, de avond ervoor, avond ervoor, de avond tevoren, 前日, 前夜, 前の晩`,
  reminders: `reminders, reminder, with reminders, with a notice before each talk, erinnerungen, mit erinnerungen, rappels,
  avec rappels, avec des rappels, recordatorios, con recordatorios, lembretes, com lembretes, promemoria,
  con promemoria, herinneringen, met herinneringen, リマインダー`,
  'week-ahead': `week-ahead, week, the week, week ahead, the week ahead, whole week, the whole week, weekly overview, overview of the week,
  seven days, the next seven days, woche, die woche, ganze woche, die ganze woche, wochenubersicht, wochenuberblick,
  die kommenden sieben tage, semana, la semana, toda la semana, los proximos siete dias, semaine, la semaine,
  toute la semaine, les sept prochains jours, a semana, toda a semana, semana inteira, os proximos sete dias, settimana,
  la settimana, tutta la settimana, i prossimi sette giorni, de week, hele week, de hele week, weekoverzicht,
  de komende zeven dagen, 一週間, 今後7日間`,
  changes: `changes, anderungen, modifications, changements, cambios, alteracoes, mudancas, modifiche, wijzigingen, 変更`,
  'only-changes': `only-changes, only changes, changes only, just changes, only the changes, nur anderungen, seulement les modifications,
  seulement les changements, solo cambios, solo los cambios, so alteracoes, somente alteracoes, so mudancas, solo modifiche,
  solo le modifiche, alleen wijzigingen, 変更のみ, 変更だけ`,
  weekdays: `weekdays, weekday, every weekday, each weekday, on weekdays, workdays, on workdays, every workday, working days,
  every working day, werktags, an werktagen, jeden werktag, wochentags, an wochentagen, unter der woche, en semaine,
  jours ouvrables, les jours ouvrables, jours ouvres, les jours ouvres, dias laborables, los dias laborables, entre semana,
  de lunes a viernes, dias uteis, nos dias uteis, todos os dias uteis, giorni feriali, nei giorni feriali,
  giorni lavorativi, werkdagen, op werkdagen, elke werkdag, doordeweeks, 平日, 工作日`,
  weekends: `weekends, weekend, on weekends, at weekends, every weekend, at the weekend, wochenende, wochenenden,
  am wochenende, an wochenenden, jedes wochenende, week-end, week-ends, le week-end, les week-ends, fines de semana,
  fin de semana, los fines de semana, fins de semana, fim de semana, aos fins de semana, nos fins de semana,
  fine settimana, nel fine settimana, weekeinde, in het weekend, elk weekend, 週末, 周末`,
};

export const ORDER_WORDS: ReadonlyMap<string, OrderWord> = new Map(
  (Object.keys(PHRASES) as OrderWord[]).flatMap(word =>
    [...phrases(PHRASES[word])].map((phrase): [string, OrderWord] => [phrase, word]),
  ),
);

export const ORDER_PHRASE_MAX = 6;

/** Phrases are compared folded, which takes the marks of Japanese letters, too. */
function phrases(text: string): ReadonlySet<string> {
  return new Set(text.split(/,\s+/).map(fold));
}

/** Before weekdays: each of them is meant. */
export const WEEKLY = phrases(
  `every, each, weekly, weekly on, every week on, wochentlich, wochentlich am, jeden, jede, chaque, tous les,
  hebdomadaire, chaque semaine le, cada, todos los, los, semanal, semanalmente, toda, todo, todas as, todos os, as, aos, ogni,
  tutti i, settimanale, settimanalmente, elke, iedere, wekelijks, wekelijks op, 毎週, 每周`,
);
export const WEEKLY_MAX = 3;
/** Behind weekdays; others of these words stand before an hour as well. */
export const WEEKLY_BEHIND = phrases(
  'weekly, each week, every week, wochentlich, jede woche, hebdomadaire, semanal, semanalmente, settimanale, wekelijks',
);

/** Before `week`, which is no week then. */
export const NO_WEEK_BEHIND = phrases(
  `every, each, per, of, the, der, die, jede, jeder, pro, chaque, par, de, la, cada, por, toda, da, a, ogni, alla, della,
  elke, iedere, van`,
);

/** Before a weekday that stands for itself, or before a range. */
export const BEFORE_DAYS = phrases('on, am, an, le, du, de, el, il, op, na, em, di, of, den, der, and');
/** Before a range alone: `from tuesday` is about the days behind it, too. */
export const BEFORE_RANGES = phrases('from, von, vom, dal, van');
/** Between the first and the last weekday of a range. */
export const UNTIL_DAYS = phrases(
  'to, till, until, through, thru, bis, au, a, ate, al, tot, tot en met, t/m, -, –, —, 〜, から',
);
export const UNTIL_MAX = 3;
export const AND_DAYS = phrases('and, und, et, y, e, en, &, +, 和, 与, と, 、');

/** Nothing that stands behind one of these is wanted, up to a time. */
export const NEGATIONS = phrases(
  `without, no, not, never, don't, dont, except, excluding, but, ohne, kein, keine, keinen, nicht, ausser, sans, pas, sauf, sin,
  excepto, salvo, menos, sem, exceto, senza, tranne, eccetto, zonder, geen, niet, behalve`,
);

/** Before the name of the language in which a digest is posted. */
export const IN_LANGUAGE = phrases(
  'in, auf, en, em, op, in het, language, in language, sprache, langue, idioma, lingua, in lingua, taal',
);
export const IN_LANGUAGE_MAX = 2;

/** Before an hour: a number alone is one then. */
export const AT_TIME = phrases('at, @, um, gegen, a, a las, a la, as, alle, alle ore, ore, om, vers, pelas');
/** Behind an hour. */
export const MORNING = phrases(
  `in the morning, morgens, fruh, am morgen, du matin, de la manana, por la manana, da manha, de manha, di mattina,
  del mattino, 's ochtends, 's morgens, in de ochtend`,
);
export const AFTERNOON = phrases(
  `in the afternoon, nachmittags, am nachmittag, de l'apres-midi, de la tarde, por la tarde, da tarde, del pomeriggio,
  's middags`,
);
export const EVENING = phrases("in the evening, abends, am abend, du soir, di sera, della sera, 's avonds");
/** It goes on behind midnight: so do its hours. */
export const NIGHT = phrases(
  "at night, nachts, in der nacht, de la nuit, de la noche, por la noche, da noite, di notte, 's nachts",
);
export const TIME_WORDS_MAX = 3;
