import type { JsonObject } from '../../json.ts';
import type { Entry } from './holder.ts';
import type { FieldName, OfferedGroup } from './offered.ts';
import { wordsOf } from './text-object.tsx';

interface SelectOneProps {
  readonly element: JsonObject;
  readonly offered: readonly OfferedGroup[];
  readonly chosen: string | undefined;
  readonly named: FieldName;
  readonly onEntry: (entry: Entry) => void;
}

/** A menu of which one thing is chosen. The browser's own is what a keyboard and a screen reader know best. */
export function SelectOne({ element, offered, chosen, named, onEntry }: SelectOneProps) {
  return (
    <select
      class="select"
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => onEntry(value === '' ? [] : [value])}
      {...named}
    >
      <option value="">{wordsOf(element.placeholder) || 'Choose one'}</option>
      <Options offered={offered} />
    </select>
  );
}

export function Options({ offered }: { readonly offered: readonly OfferedGroup[] }) {
  const options = ({ options }: OfferedGroup) =>
    options.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
  return (
    <>
      {offered.map(group =>
        group.heading === undefined ? (
          options(group)
        ) : (
          <optgroup key={group.heading} label={group.heading}>
            {options(group)}
          </optgroup>
        ),
      )}
    </>
  );
}
