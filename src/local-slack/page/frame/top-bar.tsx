import { Avatar } from './avatar.tsx';
import { ClockPill } from './clock-panel.tsx';
import { you } from './names.ts';
import { useStage } from './page-context.ts';
import type { Preferences } from './preferences.ts';
import { YouPanel } from './you-panel.tsx';

interface TopBarProps {
  readonly preferences: Preferences;
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
}

/** What is not in Slack: whose eyes one looks through, the app's clock, and the JSON behind the messages. */
export function TopBar({ preferences, isMenuOpen, onMenu }: TopBarProps) {
  const { state } = useStage();
  const { inspects, setInspects } = preferences;
  const person = you(state);
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
      <YouPanel preferences={preferences} />
    </header>
  );
}
