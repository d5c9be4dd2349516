import { useId } from 'preact/hooks';
import { type JsonObject, objectsIn, textOf } from '../../json.ts';
import type { Entry } from './holder.ts';
import { TextObject } from './text-object.tsx';

interface ChoicesProps {
  readonly element: JsonObject;
  readonly chosen: readonly string[];
  readonly labelledBy: string;
  readonly onEntry: (entry: Entry) => void;
}

/** Checkboxes or radio buttons. */
export function Choices({ element, chosen, labelledBy, onEntry }: ChoicesProps) {
  const name = useId();
  const isRadio = element.type === 'radio_buttons';
  const options = objectsIn(element.options).map(option => ({ option, value: textOf(option.value) ?? '' }));
  const toggle = (value: string, isOn: boolean) => {
    const wanted = isRadio ? [value] : [...chosen.filter(each => each !== value), ...(isOn ? [value] : [])];
    onEntry(options.map(each => each.value).filter(each => wanted.includes(each)));
  };
  return (
    <fieldset class="choices" {...(isRadio && { role: 'radiogroup' })} aria-labelledby={labelledBy}>
      {options.map(({ option, value }) => (
        <label key={value} class="choice">
          <input
            type={isRadio ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(value)}
            onChange={({ currentTarget: { checked } }) => toggle(value, checked)}
          />
          <span>
            <TextObject text={option.text} />
            {option.description !== undefined && (
              <span class="choice-description">
                <TextObject text={option.description} />
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
