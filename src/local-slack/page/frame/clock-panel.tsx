import { useEffect, useState } from 'preact/hooks';
import { formatClock, formatLocalTime, formatShortDay, parseLocalTime, readAppTime } from './app-time.ts';
import { Segments } from './controls.tsx';
import { currentPersonOf } from './names.tsx';
import { useAct, usePageContext } from './page-context.ts';

const SPEEDS = [
  { value: '1', label: 'Real time' },
  { value: '60', label: '1 min per second' },
  { value: '600', label: '10 min per second' },
] as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The app's clock, which the person can set. Digests and "today" use it; Slack's own times do not. */
export function ClockPill() {
  const { state } = usePageContext();
  const now = useAppNow();
  const { timeZone } = currentPersonOf(state);
  const speed = state.clock.at(-1)?.speed ?? 1;
  const text = `${formatShortDay(timeZone, now)} ${formatClock(timeZone, now)}`;
  return (
    <>
      <button
        type="button"
        class="clock-pill"
        popovertarget="clock"
        aria-label={`${state.bot.name}’s clock: ${text}`}
      >
        <span aria-hidden="true">◷</span> {text}
        {speed !== 1 && <b> {speed}×</b>}
      </button>
      <div id="clock" popover="auto" class="panel clock-panel">
        <ClockPanel now={now} speed={speed} timeZone={timeZone} />
      </div>
    </>
  );
}

interface ClockPanelProps {
  readonly now: number;
  readonly speed: number;
  readonly timeZone: string;
}

function ClockPanel({ now, speed, timeZone }: ClockPanelProps) {
  const { state } = usePageContext();
  const act = useAct();
  return (
    <>
      <p class="panel-words">{state.bot.name} uses this time for “today” and for scheduled messages.</p>
      <TimeSetter now={now} timeZone={timeZone} />
      <Segments
        label="Speed"
        options={SPEEDS}
        chosen={SPEEDS.find(({ value }) => value === String(speed))?.value}
        onChoose={value => void act('clock', { speed: Number(value) })}
      />
    </>
  );
}

function TimeSetter({ now, timeZone }: Pick<ClockPanelProps, 'now' | 'timeZone'>) {
  const act = useAct();
  const { conferenceZone = timeZone } = usePageContext().state;
  // Digests come by the conference's clocks, the page's times are on the person's own.
  const namesZones = conferenceZone !== timeZone;
  const zoneName = conferenceZone.replace(/^(?=[+-])/, 'UTC');
  const [typed, setTyped] = useState('');
  const local = typed === '' ? formatLocalTime(timeZone, now) : typed;
  const nextMorning = `${formatLocalTime(conferenceZone, now + DAY_MS).slice(0, 10)}T07:59`;
  const set = (time: string, zone: string) => {
    setTyped('');
    void act('clock', { at: parseLocalTime(zone, time) });
  };
  return (
    <div class="panel-row">
      <label>
        <span class="panel-label">Date and time{namesZones && ` in ${timeZone}`}</span>
        <input
          type="datetime-local"
          class="text-field"
          value={local}
          onInput={({ currentTarget: { value } }) => setTyped(value)}
        />
      </label>
      <div class="panel-buttons">
        <button type="button" class="button button-primary" onClick={() => set(local, timeZone)}>
          Set
        </button>
        <button type="button" class="button button-default" onClick={() => set(nextMorning, conferenceZone)}>
          Next morning, 07:59{namesZones && ` in ${zoneName}`}
        </button>
      </div>
    </div>
  );
}

/** The instant on the app's clock, updated as it runs. */
function useAppNow(): number {
  const { clock } = usePageContext().state;
  const [now, setNow] = useState(() => readAppTime(clock, Date.now()));
  const run = clock.at(-1);
  useEffect(() => {
    const tick = () => setNow(readAppTime(clock, Date.now()));
    tick();
    const timer = setInterval(tick, run?.speed === 1 ? 1000 : 100);
    return () => clearInterval(timer);
  }, [run?.from, run?.speed]);
  return now;
}
