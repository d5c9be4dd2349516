import { countUntold, type RankedWords, TOLD_FROM } from '../../../people/asked.ts';
import { writeCsv } from '../../../text/csv.ts';
import { describeDigest } from '../digest/answers.ts';
import { describeRecord, type Insight } from './insight.ts';

const HEADER = ['list', 'what', 'count', 'note', 'conference'];

/** The same as a sheet, with all rows of each list. */
export function insightCsv({ name, searched, unfound, unanswered, starred, digests }: Insight): string {
  const ofConference = [
    ...wordRows('searches', searched),
    ...wordRows('searches that found nothing', unfound),
    ...wordRows('questions without an answer', unanswered),
    ...starred.map(({ talk, count }) => ['stars', talk.title, String(count), '']),
  ];
  return writeCsv([
    HEADER,
    ...ofConference.map(row => [...row, name ?? '']),
    ...digests.map(record => [
      'messages of digests',
      `${record.digest.channel} ${describeDigest(record.digest)}`,
      String(record.posted),
      describeRecord(record),
      '',
    ]),
  ]);
}

function wordRows(list: string, ranked: RankedWords): readonly (readonly string[])[] {
  const others = countUntold(ranked);
  return [
    ...ranked.words.map(({ words: asked, count }) => [list, asked, String(count), '']),
    ...(others === 0 ? [] : [[list, '', String(others), NOT_SHOWN]]),
  ];
}

const NOT_SHOWN = `other words: asked fewer than ${TOLD_FROM} times, or not kept`;
