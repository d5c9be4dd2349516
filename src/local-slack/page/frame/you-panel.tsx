import { useMemo } from 'preact/hooks';
import { Segments } from './controls.tsx';
import { you } from './names.ts';
import { useAct, useStage } from './page-context.ts';
import type { Look, Preferences } from './preferences.ts';

const LOOKS: readonly { readonly value: Look; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Who one is here, in which time zone, and how the page looks. */
export function YouPanel({ preferences }: { readonly preferences: Preferences }) {
  const { state } = useStage();
  const act = useAct();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const person = you(state);
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
