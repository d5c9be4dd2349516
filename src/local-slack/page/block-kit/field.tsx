import { useId, useState } from 'preact/hooks';
import { asObjects, asString, type JsonObject } from '../../json.ts';
import type { FieldEntry } from '../../state/form-values.ts';
import { usePageContext } from '../frame/page-context.ts';
import { readInitialEntry, useHolder } from './form.ts';
import { type FieldName, listOptions, SelectMany, SelectOne } from './selects.tsx';
import { plainTextOf, TextObject } from './text.tsx';

export interface FieldProps {
  readonly element: JsonObject;
  readonly block: JsonObject;
  readonly onEntry: (entry: FieldEntry) => void;
  /** Takes a text as soon as Enter is pressed. */
  readonly onEnter?: (entry: FieldEntry) => void;
  /** The id that the field's label names. A field without one has `label` itself. */
  readonly id?: string;
  readonly label?: string;
  readonly isWrong?: boolean;
}

/** An element that takes an entry: a text field, choices or a menu. */
export function Field({ element, block, onEntry, onEnter, id, label, isWrong = false }: FieldProps) {
  const { state } = usePageContext();
  const holder = useHolder();
  const [entry, setEntry] = useState<FieldEntry>(() => readInitialEntry(block, element, holder));
  const take = (next: FieldEntry) => {
    setEntry(next);
    onEntry(next);
  };
  const name = nameField({ id, label, isWrong });
  const chosen = typeof entry === 'string' ? [entry] : entry;
  switch (element.type) {
    case 'plain_text_input':
    case 'timepicker':
    case 'datepicker': {
      const field = { element, entry: chosen[0] ?? '', name, onEntry: take };
      return <TextField {...field} {...(onEnter && { onEnter })} />;
    }
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices element={element} chosen={chosen} labelledBy={`${id}-label`} onEntry={take} />;
    default: {
      const isMany = typeof element.type === 'string' && element.type.startsWith('multi_');
      const Select = isMany ? SelectMany : SelectOne;
      const groups = listOptions(element, state);
      return <Select element={element} groups={groups} chosen={chosen} name={name} onEntry={take} />;
    }
  }
}

function nameField({
  id,
  label = '',
  isWrong,
}: {
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly isWrong: boolean;
}): FieldName {
  return {
    ...(id !== undefined && { id }),
    ...(label !== '' && { 'aria-label': label }),
    ...(isWrong && { 'aria-invalid': true, 'aria-describedby': `${id}-error` }),
  };
}

interface ChoicesProps {
  readonly element: JsonObject;
  readonly chosen: readonly string[];
  readonly labelledBy: string;
  readonly onEntry: (entry: FieldEntry) => void;
}

/** Checkboxes or radio buttons. */
function Choices({ element, chosen, labelledBy, onEntry }: ChoicesProps) {
  const name = useId();
  const isRadio = element.type === 'radio_buttons';
  const options = asObjects(element.options).map(option => ({ option, value: asString(option.value) ?? '' }));
  const toggle = (value: string, isOn: boolean) => {
    const next = isRadio ? [value] : [...chosen.filter(each => each !== value), ...(isOn ? [value] : [])];
    onEntry(options.map(each => each.value).filter(each => next.includes(each)));
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

interface TextFieldProps {
  readonly element: JsonObject;
  readonly entry: string;
  readonly name: FieldName;
  readonly onEntry: (entry: FieldEntry) => void;
  readonly onEnter?: (entry: FieldEntry) => void;
}

/** A field for a text, a time or a day. Slack itself complains about its length, once the form is sent. */
function TextField({ element, entry, name, onEntry, onEnter }: TextFieldProps) {
  const shared = {
    class: 'text-field',
    value: entry,
    placeholder: plainTextOf(element.placeholder),
    autofocus: element.focus_on_load === true,
    ...name,
  };
  if (element.multiline === true)
    return <textarea rows={4} {...shared} onInput={({ currentTarget: { value } }) => onEntry(value)} />;
  if (element.type === 'timepicker')
    return <input type="time" {...shared} onInput={({ currentTarget: { value } }) => onEntry(value)} />;
  if (element.type === 'datepicker')
    return <input type="date" {...shared} onInput={({ currentTarget: { value } }) => onEntry(value)} />;
  return (
    <input
      type="text"
      autocomplete="off"
      {...shared}
      onInput={({ currentTarget: { value } }) => onEntry(value)}
      onKeyDown={event => {
        if (event.key !== 'Enter' || onEnter === undefined) return;
        event.preventDefault();
        onEnter(event.currentTarget.value);
      }}
    />
  );
}
