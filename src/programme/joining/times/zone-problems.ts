import type { Conference } from '../../conference.ts';
import { epochOf } from '../../moment.ts';
import type { Problem } from '../../problem.ts';
import type { Talk } from '../../talk.ts';
import { hasNewRule, isRuleOld, NEWEST_TZDATA } from '../../zone-rules.ts';
import type { Draft } from '../draft.ts';

/** Tells what is not known of the time zone, or known to Lectern and not to Node. */
export function findZoneProblems(
  talks: readonly Talk[],
  { timeZone, isZoneMistaken }: Conference,
): readonly Problem[] {
  const timed = talks.filter(({ slots }) => slots.some(({ untimed }) => untimed === undefined));
  const [first] = timed;
  if (first === undefined) return [];
  if (isZoneMistaken && (timeZone === undefined || isOffset(timeZone))) return [];
  const offsets = new Set(timed.flatMap(listOffsets));
  const unplaced = timed.find(talk => listOffsets(talk).includes(''));
  if (unplaced !== undefined)
    return [
      ask(
        unplaced,
        'Nothing says in which time zone these times are; they are shown as written, and what runs now cannot be told.',
      ),
    ];
  if (timeZone === undefined)
    return [
      ask(
        first,
        offsets.size === 1
          ? 'All times are in UTC, and nothing says in which zone the conference is; they are shown in UTC.'
          : `The times are at ${[...offsets].map(formatOffset).sort().join(' and ')}, and nothing says in which zone the conference is; they are shown as written, and now is told by the nearest of them.`,
      ),
    ];
  if (isOffset(timeZone))
    return [
      ask(
        first,
        `Nothing says in which time zone the conference is; all its times are at ${formatOffset(timeZone)}, which is taken for it.`,
      ),
    ];
  return findOldRule(timed, timeZone);
}

/** One offset for all times is as good as a zone until clocks change; undefined if there is none but UTC or there are several. */
export function findCommonOffset(drafts: readonly Draft[]): string | undefined {
  const offsets = new Set<string>();
  for (const { talks } of drafts)
    for (const { slots } of talks)
      for (const { start, end = start } of slots)
        for (const time of [start, end]) if (time.length > 10) offsets.add(time.slice(19));
  const [offset = '', ...others] = offsets;
  return others.length === 0 && /^[+-]\d\d:?\d\d$/.test(offset) && !/^.00:?00$/.test(offset)
    ? `${offset.slice(0, 3)}:${offset.slice(-2)}`
    : undefined;
}

function isOffset(timeZone: string): boolean {
  return /^[+-]/.test(timeZone);
}

function formatOffset(offset: string): string {
  return offset === '+00:00' ? 'UTC' : `UTC${offset}`;
}

function listOffsets({ slots }: Talk): readonly string[] {
  return slots.flatMap(({ start, untimed }) => (untimed === undefined ? start.slice(19) : []));
}

function findOldRule(timed: readonly Talk[], timeZone: string): readonly Problem[] {
  const sentence = describeOldRule(timed, timeZone);
  const [first] = timed;
  return sentence === undefined || first === undefined ? [] : [warn(first, sentence)];
}

/** A sentence on a rule of the conference's zone that this Node lacks; undefined if no talk is concerned. */
export function describeOldRule(talks: readonly Talk[], timeZone: string): string | undefined {
  const isOld =
    hasNewRule(timeZone) &&
    talks.some(({ slots }) =>
      slots.some(({ start }) => {
        const at = epochOf(start);
        return at !== undefined && isRuleOld(timeZone, at);
      }),
    );
  return isOld
    ? `The clocks of ${timeZone} have changed their rule, which this Node does not know yet; its times were read by the newer rule (tzdata ${NEWEST_TZDATA}). Use the newest release of Node 22 or later.`
    : undefined;
}

function ask(talk: Talk, message: string): Problem {
  return warn(talk, `${message} Set timeZone in conference.yml, such as timeZone: Europe/Madrid.`);
}

function warn({ file }: Talk, message: string): Problem {
  return { severity: 'warning', file, line: undefined, item: undefined, message };
}
