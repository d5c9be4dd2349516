import type { App } from '@slack/bolt';
import type { Member } from '../../people/stars.ts';
import type { Observer } from '../observer.ts';
import type { RequestLimits } from './request-limits.ts';
import { workspaceIn } from './request-source.ts';

/** How `/talk` is answered without Bolt. */
export interface TalkAtOnce {
  /**
   * Returns the acknowledgement that answers words; undefined if that needs Slack, or a database that does not tell at once.
   */
  readonly answer: (text: string | undefined, by: Member) => Promise<object | undefined>;
  /** Learns of a person who was answered what the next answer can use. Never rejects. */
  readonly learn: (by: Member) => Promise<void>;
  readonly limits: Pick<RequestLimits, 'take'>;
  readonly observer?: Observer | undefined;
}

type ProcessEvent = App['processEvent'];
type Event = Parameters<ProcessEvent>[0];

/**
 * Answers `/talk` at once if it can, for one workspace. Bolt brings a client, ways to reply and the boundary, which most
 * answers do not need, and it took a tenth of each. All else goes through Bolt, what failed here too: the boundary meets a
 * fault there again, and an answer that was lost goes to its response_url.
 */
export function answerAtOnce(
  processEvent: ProcessEvent,
  { answer, learn, limits, observer }: TalkAtOnce,
): ProcessEvent {
  return async event => {
    const { body } = event;
    if (body.command !== '/talk') return processEvent(event);
    const began = performance.now();
    const by = memberOf(body);
    const tooMuch = limits.take(by);
    const throughBolt = (changed: Partial<Event> = {}) =>
      processEvent({ ...event, ...changed, customProperties: { counted: tooMuch ?? 'taken' } });
    const message = tooMuch === undefined ? await tryTo(() => answer(body.text, by)) : undefined;
    if (message === undefined) return throughBolt();
    try {
      await event.ack(message);
    } catch (error) {
      return throughBolt({ ack: () => Promise.reject(error) });
    }
    observer?.requested('command', 'ok', performance.now() - began);
    await learn(by);
  };
}

async function tryTo<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    // It is met again on the way through Bolt, and told there.
    return undefined;
  }
}

/** The person as Bolt reads them from a command, whose fields are texts. */
function memberOf({ user_id, team_id, enterprise_id, is_enterprise_install }: Event['body']): Member {
  const source = { isEnterpriseInstall: String(is_enterprise_install) === 'true' };
  return {
    workspace: workspaceIn({ ...source, enterpriseId: enterprise_id, teamId: team_id }),
    person: user_id,
  };
}
