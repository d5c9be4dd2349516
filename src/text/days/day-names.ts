/*
 * Names of days and months in the languages in which programmes are written and people type: English, German, French,
 * Spanish, Portuguese, Italian, Dutch, Japanese, Chinese and Korean; long and short, folded. These are CLDR's, as Node 20 has
 * them, and a few more that people use: to ask Intl for them at each start would take 18 ms and 4 MB.
 */

const MONTHS = [
  'january jan januar janvier janv enero ene janeiro gennaio gen januari 一月',
  'february feb februar fevrier fevr febrero fevereiro fev febbraio februari 二月',
  'march mar marz mars marzo marco maart mrt 三月',
  'april apr avril avr abril abr aprile 四月',
  'may mai mayo maio maggio mag mei 五月',
  'june jun juni juin junio junho giugno giu 六月',
  'july jul juli juillet juil julio julho luglio lug 七月',
  'august aug aout agosto ago augustus 八月',
  'september sep septembre sept septiembre setembro set settembre 九月',
  'october oct oktober okt octobre octubre outubro out ottobre ott 十月',
  'november nov novembre noviembre novembro 十一月',
  'december dec dezember dez decembre diciembre dic dezembro dicembre 十二月',
];

/** From Monday on. `mar` is left out: in most languages it is a month. */
const WEEKDAYS = [
  'monday mon montag mo lundi lun lunes segunda seg lunedi maandag ma 月曜日 月曜 月 星期一 周一 週一 월요일',
  'tuesday tue dienstag di mardi martes terca ter martedi dinsdag 火曜日 火曜 火 星期二 周二 週二 화요일',
  'wednesday wed weds mittwoch mi mercredi mer miercoles mie quarta qua mercoledi woensdag wo 水曜日 水曜 水 星期三 周三 週三 수요일',
  'thursday thu donnerstag do jeudi jeu jueves jue quinta qui giovedi gio donderdag 木曜日 木曜 木 星期四 周四 週四 목요일',
  'friday fri freitag fr vendredi ven viernes vie sexta sex venerdi vrijdag vr 金曜日 金曜 金 星期五 周五 週五 금요일',
  'saturday sat samstag sonnabend sa samedi sam sabado sab sabato zaterdag za 土曜日 土曜 土 星期六 周六 週六 토요일',
  'sunday sun sonntag so dimanche dim domingo dom domenica zondag zo 日曜日 日曜 日 星期日 周日 週日 星期天 周天 일요일',
];

/** Yesterday, today, tomorrow. */
const FROM_TODAY = [
  'yesterday gestern hier ayer ontem ieri gisteren 昨日 昨天 어제',
  "today tonight heute aujourd'hui hoy hoje oggi vandaag 今日 本日 今天 오늘",
  'tomorrow morgen demain manana amanha domani 明日 明天 내일',
];

let monthNumbers: ReadonlyMap<string, number> | undefined;
let weekdayNumbers: ReadonlyMap<string, number> | undefined;
let fromToday: ReadonlyMap<string, number> | undefined;

/** Months from 1. */
export function months(): ReadonlyMap<string, number> {
  monthNumbers ??= numberNames(MONTHS, 1);
  return monthNumbers;
}

/** Weekdays from Monday, 1. */
export function weekdays(): ReadonlyMap<string, number> {
  weekdayNumbers ??= numberNames(WEEKDAYS, 1);
  return weekdayNumbers;
}

/** Days from today: yesterday is -1, today 0, tomorrow 1. */
export function daysFromToday(): ReadonlyMap<string, number> {
  fromToday ??= numberNames(FROM_TODAY, -1);
  return fromToday;
}

function numberNames(lines: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(
    lines.flatMap((names, place) => names.split(' ').map((name): [string, number] => [name, first + place])),
  );
}
