import { expect, test } from 'vitest';
import { answer, answerWithoutOrders } from '../../src/conversation/answer.ts';
import { answeringFor } from '../support/answering.ts';
import { lighthouseDays, lighthouseTalks, session } from '../support/lighthouse-days.ts';
import { loadedWith } from '../support/loaded.ts';

const programme = lighthouseDays([
  ...lighthouseTalks,
  session('Alert fatigue', '2027-05-12', '10:00'),
  session('No more alerts at sea', '2027-05-12', '11:00'),
  session('Alertes en mer', '2027-05-12', '12:00'),
]);
const context = answeringFor(loadedWith(programme), { at: '2027-05-11T07:00:00Z' });

function awaited(typed: string): string | undefined {
  const answered = answer(typed, context);
  if (answered.kind !== 'alert') return undefined;
  const { isStop, awaited: those } = answered;
  return `${isStop ? 'stop ' : ''}${those?.words ?? 'all of them'}`;
}

test.each([
  ['alert ceph', 'ceph'],
  ['Alert: ceph operations', 'ceph operations'],
  ['notify me about lamps', 'lamps'],
  ['benachrichtige mich bei lampen', 'lampen'],
  ['alert fog on wednesday', 'day:2027-05-12 fog'],
  ['alert today', 'day:2027-05-11'],
  ['alert "sea fog" -lamps', '"sea fog" -lamps'],
  ['alert', 'all of them'],
  ['alerts', 'all of them'],
  ['my alerts', 'all of them'],
  ['alert now', 'all of them'],
  ['alert room:', 'all of them'],
  ['alert list', 'all of them'],
  ['alert off', 'stop all of them'],
  ['alert help', 'all of them'],
  ['alert remove', 'stop all of them'],
  ['alert remove ceph', 'stop ceph'],
  ['alerts delete fog on wednesday', 'stop day:2027-05-12 fog'],
  ['alert -', 'stop all of them'],
  ['alert -ceph', '-ceph'],
  ['alert cehp', 'ceph'],
  ['alert tides', 'tides'],
  ['alert ????', 'all of them'],
  ['alert stop motion', 'stop motion'],
  ['alerts for fog', 'fog'],
  ['alerts about fog', 'fog'],
  ['alert: rules', 'rules'],
  ['alert me about fog', 'fog'],
])('%s waits for %s', (typed, words) => {
  expect(awaited(typed)).toBe(words);
});

test.each(
  `show me my alerts; list all alerts; what are my alerts?; which alerts do I have; my alrets; meine Alerts; zeig mir meine Alarme;
  welche Alerts habe ich; mes alertes; montre-moi mes alertes; quelles alertes ai-je; mis alertas; ¿qué alertas tengo?; alertas;
  os meus alertas; quais alertas tenho; i miei avvisi; quali avvisi ho; mijn alerts; toon mijn alerts; welke alerts heb ik`.split(
    /;\s+/,
  ),
)('%s asks for the alerts that there are', typed => {
  expect(awaited(typed)).toBe('all of them');
});

test.each(
  `stop alerts; stop all alerts; turn off my alerts; turn alerts off; delete all of my alerts; unsubscribe from alerts; no alerts;
  I don't want any more alerts; stop alerting me; please stop my alerts; keine Alerts mehr; meine Alerts löschen;
  ich will keine Alerts mehr; Alarme aus; plus d'alertes; supprime toutes mes alertes; arrêter les alertes; quita mis alertas;
  no quiero más alertas; sin alertas; sem alertas; apaga os meus alertas; não quero mais alertas; niente avvisi;
  togli i miei avvisi; geen alerts meer; verwijder mijn alerts`.split(/;\s+/),
)('%s asks how to stop alerts', typed => {
  expect(awaited(typed)).toBe('stop all of them');
});

test.each(
  `remove my ceph alert; stop the alert for ceph;
  entferne den Alarm für ceph; quita la alerta de ceph;
  remove alert ceph; stop alert ceph; unalert ceph; delete ceph alert; 
  stop alerts about ceph; stop alerting me about ceph; remove the alert ceph; lösche Alarm ceph; ceph Alarm löschen; ceph alert off;
  supprime l'alerte ceph; supprime l'alerte sur ceph; borra la alerta ceph; remova o alerta ceph; rimuovi avviso ceph;
  verwijder alert ceph; verwijder de ceph alert; no alert ceph`.split(/;\s+/),
)('%s stops the alert for ceph', typed => {
  expect(awaited(typed)).toBe('stop ceph');
});

test('an alert is stopped by all of its words', () => {
  expect(
    ['remove my alert about fog on wednesday', 'cancel alert for sea fog', 'unalert'].map(awaited),
  ).toEqual(['stop day:2027-05-12 fog', 'stop sea fog', 'stop all of them']);
});

test.each([
  'no more alerts',
  'stop the alert storm',
  'stop alert fatigue',
  'remove alert noise',
  'cancel alert storms in the night',
  'stop false alerts',
  'remove alert rules from prometheus',
  'delete alert manager silences',
  'drop packets without alert',
  'alertes',
  'which alerts wake people',
  'my alerts wake nobody',
  'turn off the lights',
  '"my alerts"',
])('%s is a topic', typed => {
  expect(awaited(typed)).toBe(undefined);
});

test.each(
  `alert fatigue; alerting; "alert ceph"; lamps alert; alert rules; alert noise at night; alerts in prometheus; alerts that wake people;
  alerts at sea; alerts ceph`.split(/;\s+/),
)('%s is searched', typed => {
  expect(awaited(typed)).toBe(undefined);
});

test('where no order is taken, an alert is searched, and it says how to set it', () => {
  const answered = answerWithoutOrders('alert fog', context);
  expect(answered.kind === 'results' || answered.kind === 'none' ? answered.results.notes : []).toContain(
    'To set an alert, type `/talk alert` and a topic, without conference:.',
  );
});
