import { isSlip } from '../../text/edit-distance.ts';
import { isAsking, isGlue } from '../constraints/glue.ts';
import type { Lexicon } from '../constraints/lexicon.ts';
import { formsFrom } from '../constraints/reading.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { isIn, NO_WORD } from './word-classes.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Folded, in the languages in which people type. */
const ALERTS = set(
  'alert alerts alerting alarm alarme alarmen alarms alarmes alarmas alarmi alerte alertes alerta alertas allerta allerte avviso avvisi',
);
const ONE_ALERT = set('alert alarm alarme alerte alerta allerta avviso');
/** Behind one alert they make a topic of it. */
const ALERT_TOPICS = set(
  `fatigue noise noisy storm storms flood floods rule rules routing threshold thresholds manager management handling triage spam overload
   tuning quality design grouping correlation deduplication escalation escalations policy policies driven based system systems
   engineering hygiene response lifecycle culture mudigkeit`,
);
/** By themselves, unless the programme has the word. */
const ALONE = set('alertes alertas avvisi unalert');
/** Before alerts or behind them, these ask that there be none. */
const STOP = set(
  `stop off disable mute cancel remove delete clear unsubscribe drop
   aus stopp stoppe stoppen losche loschen entferne entfernen abbestellen abschalten ausschalten
   plus arrete arretez arreter supprime supprimez supprimer desactive desactivez desactiver enleve enlever
   quita quitar borra borrar elimina eliminar desactiva desactivar para parar
   apaga apagar remova remover desative desativar tira tirar nao
   niente basta togli togliere rimuovi rimuovere disattiva disattivare
   verwijder verwijderen uit`,
);
/** Said around them, besides the words that say nothing anywhere. */
const AROUND = set(
  `turn switch get rid need anymore see open manage
   will mochte brauche einstellen montre-moi montrez-moi toutes tous veux affiche afficher voir n'ai
   mas ninguna todas todos quiero quero nenhum nenhuma tutti tutte voglio wil zet`,
);
/** Before what an alert is about. */
const FOR = set(
  'for on about regarding fur zu uber bei pour sur de du des del sobre para da do di della su per voor over van',
);

/** Words about alerts have one of these, or `my` and the like. */
export const KEPT_ALERT_TRIGGERS: readonly string[] = [...ALERTS, ...ALONE];

const WORDS_MAX = 12;

/** Sets an alert, asks for those that are kept, or stops one; without words it is not said which. */
export interface AlertWish {
  readonly wish: 'set' | 'list' | 'stop';
  readonly words: string;
}

/**
 * True for words that speak of alerts as a topic: `alert fatigue`, `alerts in prometheus`. `alert ceph` and `alerts for ceph`
 * order one.
 */
export function isAlertTopic(words: readonly TypedWord[], lexicon: Lexicon): boolean {
  const [noun = NO_WORD, next] = words;
  if (next === undefined || !ALERTS.has(noun.form)) return false;
  if (!ONE_ALERT.has(noun.form)) return !(FOR.has(next.form) || next.form === 'me');
  return ALERT_TOPICS.has(next.form) || lexicon.isPhrase(formsFrom(words, 0, 2));
}

/** `my alerts`, `stop alerts`, `remove my ceph alert`; undefined if the words are about something else. */
export function readAlertsKept(words: readonly TypedWord[], lexicon: Lexicon): AlertWish | undefined {
  if (words.length > WORDS_MAX) return undefined;
  const isNoun = (word: TypedWord) => ALERTS.has(nounOf(word));
  const [only, ...others] = words;
  const isUnalert = only?.form === 'unalert';
  if (others.length === 0) {
    const isMeant = ALONE.has(only?.form ?? '') && !lexicon.hasWord(only?.form ?? '');
    return isMeant ? { wish: isUnalert ? 'stop' : 'list', words: '' } : undefined;
  }
  if (isUnalert) return { wish: 'stop', words: topicBeside(words, 0) };
  const isOwn = words.some(word => isIn(word, 'my'));
  const noun = words.findIndex(word => isNoun(word) || (isOwn && isSlip(word.form, 'alerts')));
  if (noun < 0 || lexicon.isInTitle(formsFrom(words, 0, words.length))) return undefined;
  const isPlain = (word: TypedWord, at: number) =>
    at === noun || isGlue(word.form) || isIn(word, 'my', 'i', 'have') || stops(word) || AROUND.has(word.form);
  if (!words.every(isPlain))
    return removesOne(words, noun, lexicon) ? { wish: 'stop', words: topicBeside(words, noun) } : undefined;
  if (words.some(stops)) return { wish: 'stop', words: '' };
  return isOwn || words.some(asksToShow) ? { wish: 'list', words: '' } : undefined;
}

/** The words without those that stop the alert: `ceph` of `remove my ceph alert`. */
function topicBeside(words: readonly TypedWord[], noun: number): string {
  const left = words.filter((word, at) => at !== noun && !stops(word));
  const saysSomething = (word: TypedWord) =>
    !(isGlue(word.form) || FOR.has(word.form) || isIn(word, 'my') || word.form === 'me');
  const first = left.findIndex(saysSomething);
  const last = left.findLastIndex(saysSomething);
  return first < 0
    ? ''
    : left
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join(' ');
}

function nounOf({ form }: TypedWord): string {
  return form.replace(/^[dl]'/u, '');
}

function stops(word: TypedWord): boolean {
  return STOP.has(word.form) || isIn(word, 'not');
}

/** `list all alerts`, `which alerts do I have` */
function asksToShow(word: TypedWord): boolean {
  return isAsking(word.form) || isIn(word, 'have');
}

/** `remove my ceph alert`, `stop alert ceph`, `ceph alert off`; but `stop the alert storm` is a topic. */
function removesOne(words: readonly TypedWord[], noun: number, lexicon: Lexicon): boolean {
  // `no alert ceph`; elsewhere `no` is a Portuguese word for `in the`.
  const isNone = words[0]?.form === 'no' && noun === 1;
  const verb = isNone ? 0 : words.findIndex(({ form }) => !isGlue(form));
  const isOne = ONE_ALERT.has(nounOf(words[noun] ?? NO_WORD));
  const behind = words.slice(noun + 1).filter(({ form }) => form !== 'me');
  const [after = NO_WORD] = behind;
  if (!(isNone || STOP.has(words[verb]?.form ?? '')))
    return isOne && noun > 0 && behind.length === 1 && stops(after);
  const between = words.slice(verb + 1, noun);
  const saysNothing = (word: TypedWord) => isGlue(word.form) || isIn(word, 'my');
  if (behind.length === 0)
    return saysNothing(between[0] ?? words[noun] ?? NO_WORD) || (isOne && between.length === 1);
  if (noun <= verb || !between.every(saysNothing)) return false;
  if (FOR.has(after.form)) return true;
  return isOne && !ALERT_TOPICS.has(after.form) && !lexicon.isPhrase(formsFrom(words, noun, 2));
}
