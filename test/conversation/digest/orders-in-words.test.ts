import { expect, test } from 'vitest';
import { ORDER_WORDS } from '../../../src/conversation/digest/order-words.ts';
import { readDigestRequest } from '../../../src/conversation/digest/request.ts';
import { splitTyped } from '../../../src/search/query/parse-query.ts';
import { fold } from '../../../src/text/fold.ts';

/** Tuesday 11 and Wednesday 12 May 2027. */
const calendar = { today: '2027-05-10', days: ['2027-05-11', '2027-05-12'] };

/** An order in short: its time, its days, then all else that it asks for. */
function briefOrder(typed: string): string {
  const request = readDigestRequest(splitTyped(`digest ${typed}`), calendar);
  if (request?.kind !== 'order') return request?.kind ?? 'none';
  const { timeOfDay, days, weekdays, eve, filters, reminders } = request.order;
  const which = days === 'daily' ? weekdays.join('') || 'daily' : days.join(' ');
  return [timeOfDay, which, eve ? 'eve' : '', reminders ? 'reminders' : '', filters]
    .filter(Boolean)
    .join(' ');
}

test.each([
  // English
  ["8 o'clock", '08:00 daily'],
  ['8 o’clock', '08:00 daily'],
  ['daily at half past eight', '08:30 daily'],
  ['every morning at 8', '08:00 daily'],
  ['at 6 in the evening, every day', '18:00 daily'],
  ['noon', '12:00 daily'],
  ['daily at 12 at night', '00:00 daily'],
  ['daily at 12:30 in the afternoon', '12:30 daily'],
  ['daily at 2 at night', '02:00 daily'],
  ['daily at 10 at night', '22:00 daily'],
  ['12 Uhr abends', '00:00 daily'],
  ['from monday to wednesday 08:00', '08:00 123'],
  ['11 to 12 may 08:00', '08:00 2027-05-11 2027-05-12'],
  ['11.-12. Mai um 8 Uhr', '08:00 2027-05-11 2027-05-12'],
  ['du 11 au 12 mai à 8h', '08:00 2027-05-11 2027-05-12'],
  ['del 11 al 12 de mayo a las 8', '08:00 2027-05-11 2027-05-12'],
  ['5月11日から12日 8時', '08:00 2027-05-11 2027-05-12'],
  ['weekdays 8am', '08:00 12345'],
  ['weekdays 08:00 room:quay', '08:00 12345 room:quay'],
  ['mon-fri 8:00', '08:00 12345'],
  ['Mon–Fri at 8', '08:00 12345'],
  ['monday to friday 08:00', '08:00 12345'],
  ['Monday through Thursday 08:00 reminders', '08:00 1234 reminders'],
  ['fri - mon 09:00', '09:00 1567'],
  ['weekends 10:00', '10:00 67'],
  ['weekly monday 08:00', '08:00 1'],
  ['monday weekly 08:00', '08:00 1'],
  ['weekly on Monday, Wednesday and Friday at 07:30', '07:30 135'],
  ['on mondays at 8', '08:00 1'],
  ['every Monday and Thursday at 08:00', '08:00 14'],
  ['the evening before every Monday at 18:00', '18:00 1 eve'],
  ['the evening before Monday to Friday at 18:00', '18:00 12345 eve'],
  ['on tuesday at 8', '08:00 2027-05-11'],
  ['on 12 May at 8', '08:00 2027-05-12'],
  ['the evening before 11th May 18:00', '18:00 2027-05-11 eve'],
  ['mon & wed 8am', '08:00 2027-05-10 2027-05-12'],
  ['on tuesday and wednesday at 8', '08:00 2027-05-11 2027-05-12'],
  ['weekdays and saturday 08:00', '08:00 123456'],
  ['saturday and weekdays 08:00', '08:00 123456'],
  ['every weekday and sunday at 8', '08:00 123457'],
  ['May 11 08:00', '08:00 2027-05-11'],
  ['08:00 May 11th', '08:00 2027-05-11'],
  ['May 11, 2027 at 8', '08:00 2027-05-11'],
  ['11 May 2027 08:00', '08:00 2027-05-11'],
  ['11 May 0800', '08:00 2027-05-11'],
  ['11.05.2027 8:00', '08:00 2027-05-11'],
  ['weekdays 8', '08:00 12345'],
  ['daily 18', '18:00 daily'],
  // German
  ['den 11. Mai 2027 um 8 Uhr', '08:00 2027-05-11'],
  ['Dienstag und Mittwoch 8 Uhr', '08:00 2027-05-11 2027-05-12'],
  ['Di, Mi, Do 8:00', '08:00 2027-05-11 2027-05-12 2027-05-13'],
  ['8 Uhr Di', '08:00 2027-05-11'],
  ['jeden Sonnabend 8 Uhr', '08:00 6'],
  ['Sonnabend 8 Uhr', '08:00 2027-05-15'],
  ['den 11. Mai um 8 Uhr', '08:00 2027-05-11'],
  ['am Dienstag, den 11. Mai, 8 Uhr', '08:00 2027-05-11'],
  ['am 11.5. um 8 Uhr', '08:00 2027-05-11'],
  ['täglich um 8 Uhr', '08:00 daily'],
  ['jeden Tag 8 Uhr 30', '08:30 daily'],
  ['werktags um 8', '08:00 12345'],
  ['Mo-Fr 8 Uhr', '08:00 12345'],
  ['Montag bis Freitag um halb neun', '08:30 12345'],
  ['jeden Montag 8 Uhr', '08:00 1'],
  ['montags und donnerstags um 9 Uhr morgens', '09:00 14'],
  ['am Vorabend um 18 Uhr', '18:00 daily eve'],
  ['18 Uhr am Abend davor', '18:00 daily eve'],
  ['am Wochenende 10 Uhr mit Erinnerungen', '10:00 67 reminders'],
  ['Donnerstag 8 Uhr', '08:00 2027-05-13'],
  // Spanish
  ['el 11 de mayo de 2027 a las 8', '08:00 2027-05-11'],
  ['todos los días a las 8', '08:00 daily'],
  ['cada mañana a las 8 y media', '08:30 daily'],
  ['de lunes a viernes a las 8:00', '08:00 12345'],
  ['cada lunes y jueves a las 8 de la mañana', '08:00 14'],
  ['los lunes a las 6 de la tarde', '18:00 1'],
  ['todos los días a las 12 de la noche', '00:00 daily'],
  ['todos los días a las 12 de la tarde', '12:00 daily'],
  ['entre semana 8h', '08:00 12345'],
  ['la víspera a las 18:00', '18:00 daily eve'],
  ['el 11 de mayo a las 8', '08:00 2027-05-11'],
  ['el martes 11 de mayo a las 8', '08:00 2027-05-11'],
  ['martes y miércoles 8h', '08:00 2027-05-11 2027-05-12'],
  // Japanese and Chinese
  ['5月11日 8時', '08:00 2027-05-11'],
  ['5月11日8時', '08:00 2027-05-11'],
  ['5月11日(火)8時', '08:00 2027-05-11'],
  ['2027年5月11日 午前8時', '08:00 2027-05-11'],
  ['5月11日星期二 8点', '08:00 2027-05-11'],
  ['5月11日（周二）上午8点', '08:00 2027-05-11'],
  ['5月11日和5月12日 8点', '08:00 2027-05-11 2027-05-12'],
  ['5月11日和12日 8点', '08:00 2027-05-11 2027-05-12'],
  ['5月11日、12日と13日 8時', '08:00 2027-05-11 2027-05-12 2027-05-13'],
  ['5月11号的8点', '08:00 2027-05-11'],
  ['5月11日の8時', '08:00 2027-05-11'],
  ['5月11日の午前8時に', '08:00 2027-05-11'],
  ['5 月 11 日 8 時', '08:00 2027-05-11'],
  ['2027 年 5 月 11 日 8 点', '08:00 2027-05-11'],
  ['毎日の8時', '08:00 daily'],
  ['毎日8時に', '08:00 daily'],
  ['每天早上8点', '08:00 daily'],
  // French
  ['mardi et mercredi à 8h', '08:00 2027-05-11 2027-05-12'],
  ['mar 8h', '08:00 2027-05-11'],
  ['le 11 mai à 8h', '08:00 2027-05-11'],
  ['mardi 11 mai 8h', '08:00 2027-05-11'],
  ['tous les jours à 8 heures', '08:00 daily'],
  ['chaque matin à 8h30', '08:30 daily'],
  ['du lundi au vendredi à 8 h', '08:00 12345'],
  ['tous les lundis à 8h', '08:00 1'],
  ['la veille à 18 h 30', '18:30 daily eve'],
  ['le week-end à 10 heures', '10:00 67'],
  // Portuguese
  ['todos os dias às 8', '08:00 daily'],
  ['de segunda a sexta às 8h', '08:00 12345'],
  ['toda segunda-feira às 8 horas', '08:00 1'],
  ['dias úteis às 8 da manhã', '08:00 12345'],
  ['terça-feira às 8', '08:00 2027-05-11'],
  ['terça e quarta 8h', '08:00 2027-05-11 2027-05-12'],
  ['quarta feira às 8h', '08:00 2027-05-12'],
  ['toda quarta feira às 8h', '08:00 3'],
  ['quartas feiras às 8h', '08:00 3'],
  // Italian
  ['martedì e mercoledì alle 8', '08:00 2027-05-11 2027-05-12'],
  ['ogni giorno alle 8', '08:00 daily'],
  ['dal lunedì al venerdì alle ore 8', '08:00 12345'],
  ['ogni lunedì alle 8:30', '08:30 1'],
  ['giorni feriali alle 8 con promemoria', '08:00 12345 reminders'],
  // Dutch
  ['elke dag om 8 uur', '08:00 daily'],
  ['maandag t/m vrijdag om 8 uur', '08:00 12345'],
  ['elke maandag om half negen', '08:30 1'],
  ["'s avonds", 'mistake'],
  ['de avond ervoor om 18 uur', '18:00 daily eve'],
  ['di 8 uur', '08:00 2027-05-11'],
  ['dinsdag en woensdag om 8 uur', '08:00 2027-05-11 2027-05-12'],
  // Japanese
  ['月曜から金曜 8時', '08:00 12345'],
  ['月曜から金曜まで 8:00', '08:00 12345'],
  ['毎週月曜と水曜 8時', '08:00 13'],
  ['毎日8時 リマインダー', '08:00 daily reminders'],
  ['毎日 8時', '08:00 daily'],
  ['平日 8時半', '08:30 12345'],
  ['毎週月曜日 午前9時', '09:00 1'],
  ['毎日8時30分', '08:30 daily'],
  // Chinese
  ['每周一和周三 8点', '08:00 13'],
  ['每天8点', '08:00 daily'],
  ['每周一 8点', '08:00 1'],
  ['每星期一上午8点半', '08:30 1'],
  ['周一至周五8点30分', '08:30 12345'],
  ['工作日下午6点', '18:00 12345'],
  ['周二 8:00', '08:00 2027-05-11'],
])('digest %s', (typed, brief) => {
  expect(briefOrder(typed)).toBe(brief);
});

test.each([
  'weekly 08:00',
  'monday to someday 08:00',
  'daily 24:00',
  '24 Uhr',
  '13 in the morning of may',
  'weekdays',
  'tue weekdays 08:00',
  'every evening 20:00',
  'every 08:00',
  'do not post 08:00',
  'so please 08:00',
  'from tuesday 08:00',
  '08:00 from monday',
  'von Montag 8 Uhr',
  'ab Dienstag 8 Uhr',
  'dal lunedì alle 8',
  'van maandag 8 uur',
  'every week from monday 08:00',
  'om de 2 uur',
  'a las 12 de la mañana',
  'à 8 heures le',
])('digest %s is no order', typed => {
  expect(briefOrder(typed)).toBe('mistake');
});

test.each([
  ['weekdays', ['weekdays 08:00', 'daily 08:00', '18:00 eve']],
  ['weekly', ['weekly monday 08:00', 'week monday 08:00', 'weekdays 08:00']],
  ['every Monday and Thursday', ['weekly monday thursday 08:00', 'daily 08:00', '18:00 eve']],
  ['tuesday 7 room:quay', ['07:00 tuesday room:quay', 'daily 08:00', '18:00 eve']],
  ['every week at 9', ['weekly monday 09:00', 'week monday 09:00', 'weekdays 09:00']],
  ['every week monday 08:00', ['weekly monday 08:00', 'week monday 08:00', 'weekdays 08:00']],
  ['cada semana lunes 8:00', ['weekly monday 08:00', 'week monday 08:00', 'weekdays 08:00']],
  ['toda semana 8:00', ['weekly monday 08:00', 'week monday 08:00', 'weekdays 08:00']],
  ['ogni settimana 8:00', ['weekly monday 08:00', 'week monday 08:00', 'weekdays 08:00']],
  ['elke week dinsdag 8:00', ['weekly tuesday 08:00', 'week tuesday 08:00', 'weekdays 08:00']],
  ['week', ['week monday 08:00', 'daily 08:00', '18:00 eve']],
  ['week ahead', ['week monday 08:00', 'daily 08:00', '18:00 eve']],
  ['next week 08:00', ['week monday 08:00', 'daily 08:00', '18:00 eve']],
  ['only changes important', ['only changes', 'daily 08:00', '18:00 eve']],
  ['changes 09:00', ['only changes', 'daily 09:00', 'daily 08:00']],
  ['daily 08:00 german', ['daily 08:00 in German', 'daily 08:00', '18:00 eve']],
])('digest %s names forms that are near', (typed, nearest) => {
  expect(readDigestRequest(splitTyped(`digest ${typed}`), calendar)).toMatchObject({
    kind: 'mistake',
    mistake: { nearest },
  });
});

test.each([
  ['off at 8', 'off', '08:00'],
  ['pause 8 Uhr', 'pause', '08:00'],
  ['resume à 18h30', 'resume', '18:30'],
])('digest %s acts on the digest of that time', (typed, kind, timeOfDay) => {
  expect(readDigestRequest(splitTyped(`digest ${typed}`), calendar)).toEqual({ kind, timeOfDay });
});

test('words of orders are as what is typed is compared', () => {
  expect([...ORDER_WORDS.keys()].filter(phrase => phrase !== fold(phrase))).toEqual([]);
});
