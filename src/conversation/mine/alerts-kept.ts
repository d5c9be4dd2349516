import { isSlip } from '../../text/edit-distance.ts';
import { isAsking, isGlue } from '../constraints/glue.ts';
import type { Lexicon } from '../constraints/lexicon.ts';
import { formsFrom } from '../constraints/reading.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { isIn } from './word-classes.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Folded, in the languages in which people type. */
const ALERTS = set(
  'alert alerts alerting alarm alarme alarmen alarms alarmes alarmas alarmi alerte alertes alerta alertas allerta allerte avviso avvisi',
);
/** By themselves, unless the programme has the word. */
const ALONE = set('alertes alertas avvisi');
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

const WORDS_MAX = 12;

/** `my alerts`, `stop alerts`, `remove my ceph alert`: all of them ask for the list, where each has a button to remove it. */
export function asksForAlerts(words: readonly TypedWord[], lexicon: Lexicon): boolean {
  if (words.length > WORDS_MAX) return false;
  const isNoun = ({ form }: TypedWord) => ALERTS.has(form.replace(/^[dl]'/u, ''));
  const [only, ...others] = words;
  if (others.length === 0) return ALONE.has(only?.form ?? '') && !lexicon.hasWord(only?.form ?? '');
  const isOwn = words.some(word => isIn(word, 'my'));
  const noun = words.findIndex(word => isNoun(word) || (isOwn && isSlip(word.form, 'alerts')));
  if (noun < 0 || lexicon.isInTitle(formsFrom(words, 0, words.length))) return false;
  const isPlain = (word: TypedWord, at: number) =>
    at === noun || isGlue(word.form) || isIn(word, 'my', 'i', 'have') || stops(word) || AROUND.has(word.form);
  if (words.every(isPlain)) return isOwn || words.some(word => stops(word) || asksToShow(word));
  return removesOne(words, noun);
}

function stops(word: TypedWord): boolean {
  return STOP.has(word.form) || isIn(word, 'not');
}

/** `list all alerts`, `which alerts do I have` */
function asksToShow(word: TypedWord): boolean {
  return isAsking(word.form) || isIn(word, 'have');
}

/** `remove my ceph alert`, `stop the alert for ceph`; but `stop the alert storm` is a topic. */
function removesOne(words: readonly TypedWord[], noun: number): boolean {
  const verb = words.findIndex(({ form }) => !isGlue(form));
  const [named, after] = [words[verb + 1], words[noun + 1]];
  if (!STOP.has(words[verb]?.form ?? '') || named === undefined || noun <= verb + 1) return false;
  if (after === undefined) return isIn(named, 'my');
  return (isGlue(words[noun - 1]?.form ?? '') || isIn(named, 'my')) && FOR.has(after.form);
}
