import type { JsonObject } from '../../json.ts';
import type { Entry } from './holder.ts';
import type { FieldName, OfferedGroup } from './offered.ts';
import { Options } from './selects.tsx';
import { wordsOf } from './text-object.tsx';

interface SelectManyProps {
  readonly element: JsonObject;
  readonly offered: readonly OfferedGroup[];
  readonly chosen: readonly string[];
  readonly named: FieldName;
  readonly onEntry: (entry: Entry) => void;
}

/** A menu of which several things are chosen: each stands there with a button that takes it away again. */
export function SelectMany({ element, offered, chosen, named, onEntry }: SelectManyProps) {
  const labels = new Map(offered.flatMap(({ options }) => options.map(({ value, label }) => [value, label])));
  const left = offered.map(({ heading, options }) => ({
    heading,
    options: options.filter(({ value }) => !chosen.includes(value)),
  }));
  const max =
    typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;
  return (
    <div class="select-many">
      {chosen.map(value => (
        <span key={value} class="token">
          {labels.get(value) ?? value}
          <button
            type="button"
            aria-label={`Remove ${labels.get(value) ?? value}`}
            onClick={() => onEntry(chosen.filter(each => each !== value))}
          >
            ×
          </button>
        </span>
      ))}
      <select
        class="select"
        value=""
        disabled={chosen.length >= max}
        onChange={({ currentTarget: { value } }) => value !== '' && onEntry([...chosen, value])}
        {...named}
      >
        <option value="">{wordsOf(element.placeholder) || 'Choose some'}</option>
        <Options offered={left} />
      </select>
    </div>
  );
}
