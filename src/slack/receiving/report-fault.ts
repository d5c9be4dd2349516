import { StoreFault } from '../../store/store-fault.ts';
import { underIdOf } from '../../text/work-id.ts';
import { WorkspaceUnavailable } from '../workspace-tokens.ts';
import type { ReceiverOptions } from './slack-server.ts';

/**
 * Logs a request that could not be handled, under the id of its work. Returns whether the fault is temporary, so that Slack
 * is to send the request again; `unanswered` says how Slack hears of it.
 */
export function reportFault(
  error: unknown,
  unanswered: 'refused with 503' | 'not acknowledged',
  { logger, refusals }: Pick<ReceiverOptions, 'logger' | 'refusals'>,
): boolean {
  const isTemporary = error instanceof WorkspaceUnavailable || error instanceof StoreFault;
  void underIdOf(error, async () => {
    if (isTemporary)
      refusals.refuse(
        `A request was ${unanswered}, so that Slack sends it again: its workspace could not be looked up, or the database is away.`,
      );
    else logger.error('A request could not be handled:', error);
  });
  return isTemporary;
}
