import { useMemo } from 'preact/hooks';
import { ClockPill } from './clock-panel.tsx';
import { Segments } from './controls.tsx';
import { Avatar, currentPersonOf } from './names.tsx';
import { useAct, usePageContext } from './page-context.ts';
import type { Look, Preferences } from './preferences.ts';

interface TopBarProps {
  readonly preferences: Preferences;
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
}

/** Everything that Slack does not have: the choice of the person, the app's clock, and the JSON of messages. */
export function TopBar({ preferences, isMenuOpen, onMenu }: TopBarProps) {
  const { state } = usePageContext();
  return (
    <header class="top-bar">
      <button
        type="button"
        class="top-button menu-button"
        aria-label="Channels and apps"
        aria-expanded={isMenuOpen}
        aria-controls="sidebar"
        onClick={onMenu}
      >
        ☰
      </button>
      <span class="team">{state.team}</span>
      <ClockPill />
      <TopTools preferences={preferences} />
      <YouPanel preferences={preferences} />
    </header>
  );
}

function TopTools({ preferences: { inspects, setInspects } }: { readonly preferences: Preferences }) {
  const { state } = usePageContext();
  const person = currentPersonOf(state);
  return (
    <div class="top-tools">
      <button
        type="button"
        class="top-button"
        aria-pressed={inspects}
        title="Show the JSON of each message"
        onClick={() => setInspects(!inspects)}
      >
        Inspect
      </button>
      <button
        type="button"
        class="top-button you-button"
        popovertarget="you"
        aria-label={`You: ${person.name}`}
      >
        <Avatar id={person.id} size="small" />
        <span class="you-name">{person.name}</span>
      </button>
    </div>
  );
}

const LOOKS: readonly { readonly value: Look; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Sets the person, their time zone, and how the page looks. */
function YouPanel({ preferences }: { readonly preferences: Preferences }) {
  const { state } = usePageContext();
  const act = useAct();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const person = currentPersonOf(state);
  const people = state.people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div id="you" popover="auto" class="panel you-panel">
      <Segments
        label="You are"
        options={people}
        chosen={preferences.person}
        onChoose={preferences.setPerson}
      />
      <label class="panel-row">
        <span class="panel-label">Your time zone</span>
        <select
          class="select"
          value={person.timeZone}
          onChange={({ currentTarget: { value } }) => void act('zone', { timeZone: value })}
        >
          {!zones.includes(person.timeZone) && <option>{person.timeZone}</option>}
          {zones.map(zone => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <Segments label="Look" options={LOOKS} chosen={preferences.look} onChoose={preferences.setLook} />
    </div>
  );
}
