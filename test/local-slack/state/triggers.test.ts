import { describe, expect, it } from 'vitest';
import { Identifiers } from '../../../src/local-slack/state/identifiers.ts';
import { Triggers } from '../../../src/local-slack/state/triggers.ts';
import { manualClock } from '../support.ts';

function issued() {
  const clock = manualClock();
  const triggers = new Triggers(clock, new Identifiers(clock));
  const trigger = { user: 'U0MIRA0001', channel: 'C0LOBBY001', fromView: 'V1' };
  return { clock, triggers, trigger, id: triggers.issue(trigger) };
}

describe('a trigger_id', () => {
  it('is exchanged once', () => {
    const { triggers, trigger, id } = issued();
    expect(triggers.exchange(id)).toMatchObject(trigger);
    expect(triggers.exchange(id)).toBe('exchanged_trigger_id');
  });

  it('is good for three seconds', () => {
    const { clock, triggers, trigger, id } = issued();
    clock.advance(3000);
    expect(triggers.exchange(id)).toMatchObject(trigger);
  });

  it('is not good for longer, and stays so', () => {
    const { clock, triggers, id } = issued();
    clock.advance(3001);
    expect([triggers.exchange(id), triggers.exchange(id)]).toEqual([
      'expired_trigger_id',
      'expired_trigger_id',
    ]);
  });

  it('cannot be invented', () => {
    expect(issued().triggers.exchange('1.2.abc')).toBe('invalid_trigger_id');
  });

  it('is one’s own', () => {
    const { triggers, id } = issued();
    const other = triggers.issue({ user: 'U0JUNE0002' });
    expect(triggers.exchange(other)).toMatchObject({ user: 'U0JUNE0002' });
    expect(triggers.exchange(id)).toMatchObject({ user: 'U0MIRA0001' });
  });
});
