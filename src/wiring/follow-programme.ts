import type { Logger } from 'pino';
import { lexiconInSteps } from '../conversation/constraints/lexicon.ts';
import type { DeliveryContext } from '../digests/delivery-context.ts';
import type { LoadedFolder } from '../live/choose-programme.ts';
import type { LiveConference } from '../live/live-conference.ts';
import type { OpenFolder } from '../live/load.ts';
import { isConferenceFile } from '../sources/settings/conference-file.ts';
import { finishInSlices, type Steps } from '../text/steps.ts';

export interface FollowedProgramme extends Pick<DeliveryContext, 'remember'> {
  readonly current: () => LoadedFolder;
  /** Indexes the other conferences, so that nobody has to wait for them. */
  openOthers(): void;
}

/** Follows the programme that answers through every change of files and sources. */
export function followProgramme(
  { library, chooser, first }: Pick<OpenFolder, 'library' | 'chooser' | 'first'>,
  { now, log, onFault }: { now: () => number; log: Logger; onFault: (error: unknown) => void },
): FollowedProgramme {
  let answering = first;
  // If no conference has a talk any more, the last programme goes on to answer.
  const current = () => {
    answering = chooser.choose(now()) ?? answering;
    return answering;
  };
  // The first answer after a swap would make the lexicon.
  const prepare = function* (next: readonly LiveConference[]): Steps<void> {
    for (const index of yield* chooser.prepare(next, now())) yield* lexiconInSteps(index);
  };
  library.prepare(prepare);
  for (const conference of library.conferences()) reportTrouble(conference, log);
  library.subscribe(({ before, after }) => {
    const known = new Set([undefined, ...before.map(({ trouble }) => trouble)]);
    const troubled = after.filter(({ trouble }) => !known.has(trouble));
    for (const conference of troubled) reportTrouble(conference, log);
    if (troubled.length === 0) reportSwap(current(), log);
  });
  return {
    current,
    remember: (read, whole) => finishInSlices(chooser.restore(read, whole)),
    openOthers: () => void finishInSlices(prepare(library.conferences())).catch(onFault),
  };
}

/** Once for each reason: a source that is away is asked again and again. */
function reportTrouble({ programme, asOf, trouble: why }: LiveConference, log: Logger): void {
  if (why === undefined) return;
  const { conference, talks } = programme;
  const since = asOf && new Date(asOf).toISOString();
  log.warn(
    { conference: conference.name, talks: talks.length, asOf: since, why },
    'A source could not be read. Lectern asks it again and again; "lectern check" tells whether it answers.',
  );
}

function reportSwap({ programme, problems, asOf }: LoadedFolder, log: Logger): void {
  const { conference, talks } = programme;
  const counts = { conference: conference.name, talks: talks.length, problems: problems.length };
  if (asOf === undefined) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first === undefined) log.info(counts, 'The programme was read again.');
    else
      log.warn(
        {
          ...counts,
          errors: errors.length,
          first: `${first.file}, line ${first.line ?? 1}: ${first.message}`,
        },
        'The programme was read again, with errors; "lectern check" lists them all.',
      );
    return;
  }
  const why = problems.find(({ file }) => isConferenceFile(file))?.message;
  const since = new Date(asOf).toISOString();
  log.warn({ ...counts, asOf: since, why }, 'The programme could not be updated.');
}
