import { dayAt } from '../../programme/moment.ts';
import type { Delivery } from '../../store/delivery.ts';
import { groupByEach } from '../../text/group.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { dayToTell } from '../plan/due.ts';
import { noticeOwed } from '../plan/new-deliveries.ts';
import { unknown } from './send.ts';

/** Slack's answer is waited for a third of this time; whoever has not recorded it by then is gone. */
const SENDING_MS = 30_000;
/** So long an owner has to look whether a message is there. */
const ANSWER_MS = 30 * 60 * 1000;
/** A repeated message is sent soon, or not at all. */
const REPEATED_MS = 30 * 60 * 1000;

/** Settles what was left behind: what came too late, what a process was killed over, what nobody answered. */
export async function clearUp(setting: DeliveryContext): Promise<void> {
  const { sending } = setting.store;
  await missed(await sending.overdue(setting.now()), setting);
  for (const delivery of await sending.stuck(setting.now() - SENDING_MS)) await unknown(delivery, setting);
  for (const delivery of await sending.unanswered(setting.now() - ANSWER_MS)) await repeat(delivery, setting);
}

/** The owner of a digest is told once of all its days that came too late. */
async function missed(
  late: readonly Delivery[],
  { store, messages: words, log, now, current }: DeliveryContext,
): Promise<void> {
  if (late.length === 0) return;
  const today = dayAt(now(), current().programme.conference);
  const notices = [];
  for (const [id, deliveries] of groupByEach(late, ({ digestId: digest }) => [digest])) {
    const days = [
      ...new Set(deliveries.filter(({ kind }) => kind === 'digest').map(({ day }) => day)),
    ].sort();
    const digest = await store.digests.find(id);
    const last = days.at(-1);
    log.warn({ digest: id, days, messages: deliveries.length }, 'What came too late is not posted any more.');
    // Whoever has paused a digest, or was told that it is paused, expects nothing of it.
    if (digest === undefined || digest.paused || last === undefined) continue;
    const key = { day: last, part: `notice missed ${deliveries.at(-1)?.until}` };
    notices.push(noticeOwed(digest, key, words.missedNotice(digest, days, dayToTell(today, digest)), now()));
  }
  await store.sending.miss(late, notices);
}

/** A notice before a talk is of no use half an hour later. */
async function repeat(
  delivery: Delivery,
  { store, messages: words, log, now }: DeliveryContext,
): Promise<void> {
  if (delivery.kind === 'soon') return store.sending.miss([delivery], []);
  const again = { message: words.markRepeated(delivery.message), until: now() + REPEATED_MS, repeated: true };
  if (!(await store.sending.repeat(delivery, again))) return;
  const question = {
    digestId: delivery.digestId,
    day: delivery.day,
    part: `question ${delivery.part} ${delivery.attempts}`,
  };
  await store.deliveries.reword({
    key: question,
    message: words.settledQuestion(delivery, 'repeated'),
    talks: [],
  });
  log.warn(
    { digest: delivery.digestId, day: delivery.day, part: delivery.part },
    'A message is posted once more.',
  );
}
