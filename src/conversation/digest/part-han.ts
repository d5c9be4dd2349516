const HAN = /\p{Script=Han}/u;

/** Japanese and Chinese put no space before a time; a date goes on behind its year and month. */
const HAN_BEFORE_FIGURE = /(?<=(?![時点时])\p{Script=Han}|[)）])(?<!\d[年月])(?=\d|[上下]午|午[前後])/gu;

/** Nor around `and`: `周一和周三`, `月曜と水曜`. */
const AND_IN_HAN = /(?<=[曜日号一二三四五六天])[和与と、](?=[毎每周星月火水木金土日\d])/gu;

/** Some put one around each figure: `5 月 11 日 8 時`. */
const SPACE_IN_DATE = /(?<=\d)\s+(?=[年月日号時点时])|(?<=\d\s*[年月])\s+(?=\d)/gu;

/** `5月11日の8時`, `毎日の8時`, `5月11日的8点`, `8時に` */
const PARTICLE = /(?<=[日曜号天])[のに的](?=[\d午上下])|(?<=[時点时分])に(?!\p{L})/gu;

/** The month stands once: `5月11日和12日`. */
const DAY_OF_SAME_MONTH = /(?<month>\d{1,2}月)(?<day>\d{1,2}[日号]\s*[和与と、,]\s*)(?=\d{1,2}[日号])/u;

/** Puts spaces between the words of an order in Japanese or Chinese, and its month at each of its days. */
export function partHan(text: string): string {
  if (!HAN.test(text)) return text;
  let dated = text.replace(SPACE_IN_DATE, '').replace(PARTICLE, ' ');
  while (DAY_OF_SAME_MONTH.test(dated)) dated = dated.replace(DAY_OF_SAME_MONTH, '$<month>$<day>$<month>');
  return dated.replace(AND_IN_HAN, ' $& ').replace(HAN_BEFORE_FIGURE, ' ');
}
