import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/digests/delivery-context.ts';
import { MessageEditor } from '../../../src/digests/tell/message-editor.ts';
import { type Desk, LOBBY, makeAll, withDigest } from '../../support/desk.ts';
import { dayPart, digest, newDelivery } from '../../support/digests.ts';
import { lighthouseBut, lighthouseDays } from '../../support/lighthouse-days.ts';

test('is edited at a pace that Slack bears, and no sooner than it says', async () => {
  const made = await withDigest();
  await made.store.digests.save(digest({ id: 'two', channel: 'C2', timeZone: 'UTC' }));
  await made.store.digests.save(digest({ id: 'three', channel: 'C3', timeZone: 'UTC' }));
  const process = made.process();
  await made.until('2027-05-11T08:01Z', { by: [process] });
  const edits: string[] = [];
  const { edit } = made.context;
  const limited: typeof edit = async (at, ...rest) => {
    edits.push(`${new Date(made.now).toISOString().slice(17, 23)} ${at.channel}`);
    if (edits.length === 1) return { kind: 'refused', retryAfterMs: 5000, reason: 'ratelimited' };
    return edit(at, ...rest);
  };
  made.context.edit = limited;
  made.show(lighthouseDays(lighthouseBut('Fog', { title: 'Thick fog' })));
  for (made.now = Date.parse('2027-05-11T08:03Z'); edits.length < 4; made.now += 250) {
    await process.tick();
    await process.settled();
  }
  expect(edits).toEqual([`00.000 ${LOBBY}`, `05.000 ${LOBBY}`, '06.250 C3', '07.500 C2']);
});

describe('a message with another text', () => {
  const BEGIN = Date.parse('2027-05-11T09:00Z');
  const key = { workspace: 'T0HARBOUR1', digestId: 'lobby', day: '2027-05-11', part: dayPart() };
  const later = { text: 'Later', blocks: [] };

  /** It stands at D1, where nobody looks but the editor. */
  async function withStale(): Promise<Desk> {
    const made = await withDigest({}, { at: BEGIN });
    await made.store.deliveries.claim([[newDelivery({ until: BEGIN + 1 })]]);
    await made.store.sending.take([key], { now: BEGIN, channelMs: 0, perMinute: 300 });
    await made.store.sending.recordPosted({ ...key, revision: 0 }, { channel: 'D1', ts: '1.0' });
    await made.store.deliveries.update({ key, message: later, talks: [] });
    return made;
  }

  /** At which seconds it is edited within two minutes, where Slack answers so each time. */
  async function editedAt(made: Desk, outcome: Outcome): Promise<readonly number[]> {
    const editor = new MessageEditor(made.context);
    const seconds: number[] = [];
    made.context.edit = async (at, message) => {
      expect([at, message]).toEqual([{ channel: 'D1', ts: '1.0' }, later]);
      seconds.push((made.now - BEGIN) / 1000);
      return outcome;
    };
    for (; made.now < BEGIN + 130_000; made.now += 1000) await makeAll(await editor.editStale());
    return seconds;
  }

  test.each<[Outcome, readonly number[], number]>([
    [{ kind: 'posted', channel: 'D1', ts: '1.0' }, [0], 0],
    [{ kind: 'forbidden', reason: 'message_not_found' }, [0], 1],
    [{ kind: 'unknown', reason: 'timeout' }, [0, 60, 120], 3],
    [{ kind: 'refused', retryAfterMs: undefined, reason: 'ECONNREFUSED' }, [0, 60, 120], 3],
    [{ kind: 'refused', retryAfterMs: 50_000, reason: 'ratelimited' }, [0, 50, 100], 3],
  ])('is edited until Slack settles it: %j', async (outcome, seconds, warnings) => {
    const made = await withStale();
    expect(await editedAt(made, outcome)).toEqual(seconds);
    const log = made.log.filter(({ msg }) => msg === 'A message could not be edited.');
    expect(log.length).toBe(warnings);
  });

  test('is asked for once in ten minutes, with all others of its workspace, if Slack takes no token there', async () => {
    const made = await withStale();
    const second = { ...key, digestId: 'second' };
    await made.store.deliveries.claim([[newDelivery({ ...second, channel: 'C2', until: BEGIN + 1 })]]);
    await made.store.sending.take([second], { now: BEGIN, channelMs: 0, perMinute: 300 });
    await made.store.sending.recordPosted({ ...second, revision: 0 }, { channel: 'D1', ts: '1.0' });
    await made.store.deliveries.update({ key: second, message: later, talks: [] });
    const looks: number[] = [];
    const { sending } = made.store;
    const stale = sending.stale.bind(sending);
    sending.stale = async (...args) => {
      const found = await stale(...args);
      if (found.length > 0) looks.push((made.now - BEGIN) / 1000);
      return found;
    };
    expect(await editedAt(made, { kind: 'revoked', reason: 'token_revoked' })).toEqual([0]);
    expect(looks).toEqual([0]);
    made.now = BEGIN + 600_000;
    expect((await new MessageEditor(made.context).editStale()).length).toBe(1);
  });

  test('is edited by one of two processes', async () => {
    const made = await withStale();
    const edits: string[] = [];
    made.context.edit = async at => {
      edits.push(at.ts);
      return { kind: 'posted', ...at };
    };
    const editors = [new MessageEditor(made.context), new MessageEditor(made.context)];
    const calls = await Promise.all(editors.map(editor => editor.editStale()));
    await makeAll(calls.flat());
    expect(edits).toEqual(['1.0']);
  });

  test('does not wait for a clock that was set back', async () => {
    const made = await withStale();
    const editor = new MessageEditor(made.context);
    const refused: Outcome = { kind: 'refused', retryAfterMs: 50_000, reason: 'ratelimited' };
    made.context.edit = async () => refused;
    await makeAll(await editor.editStale());
    expect(await editor.editStale()).toEqual([]);
    made.now -= 60_000;
    await made.store.sending.adjustToClock(made.now, 60_000);
    made.now += 59_000;
    const calls = await editor.editStale();
    expect(calls.length).toBe(1);
    await makeAll(calls);
  });
});
