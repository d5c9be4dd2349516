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
  { library, chooser, first }: OpenFolder,
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
  library.subscribe(() => reportSwap(current(), log));
  return {
    current,
    remember: (read, whole) => finishInSlices(chooser.restore(read, whole)),
    openOthers: () => void finishInSlices(prepare(library.conferences())).catch(onFault),
  };
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
