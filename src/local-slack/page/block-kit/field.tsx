import { useId, useState } from 'preact/hooks';
import { asObjects, asString, type JsonObject } from '../../json.ts';
import { usePageContext } from '../frame/page-context.ts';
import { type FieldEntry, readInitialEntry, useHolder } from './form.ts';
import { choicesOf, type FieldName, SelectMany, SelectOne } from './selects.tsx';
import { plainTextOf, TextObject } from './text.tsx';

export interface FieldProps {
  readonly element: JsonObject;
  readonly block: JsonObject;
  readonly onEntry: (entry: FieldEntry) => void;
  /** Takes a text as soon as Enter is pressed. */
  readonly onEnter?: (entry: FieldEntry) => void;
  /** The id that the field's label points to; or the label itself. */
  readonly id?: string;
  readonly label?: string;
  readonly isWrong?: boolean;
}

/** What one types into or chooses from, by its kind. */
export function Field({ element, block, onEntry, onEnter, id, label, isWrong = false }: FieldProps) {
  const { state } = usePageContext();
  const holder = useHolder();
  const [entry, setEntry] = useState<FieldEntry>(() => readInitialEntry(block, element, holder));
  const take = (next: FieldEntry) => {
    setEntry(next);
    onEntry(next);
  };
  const isMenu = label !== undefined && label !== '';
  const named = {
    ...(id !== undefined && { id }),
    ...(isMenu && { 'aria-label': label }),
    ...(isWrong && { 'aria-invalid': true, 'aria-describedby': `${id}-error` }),
  };
  const typed = typeof entry === 'string' ? entry : (entry[0] ?? '');
  const chosen = typeof entry === 'string' ? [entry] : entry;
  const offered = choicesOf(element, state);
  switch (element.type) {
    case 'plain_text_input':
    case 'timepicker':
    case 'datepicker':
      return (
        <TextField
          element={element}
          entry={typed}
          named={named}
          onEntry={take}
          {...(onEnter && { onEnter })}
        />
      );
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices element={element} chosen={chosen} labelledBy={`${id}-label`} onEntry={take} />;
    case 'multi_static_select':
    case 'multi_conversations_select':
      return <SelectMany element={element} offered={offered} chosen={chosen} named={named} onEntry={take} />;
    default:
      return (
        <SelectOne element={element} offered={offered} chosen={chosen[0]} named={named} onEntry={take} />
      );
  }
}

interface ChoicesProps {
  readonly element: JsonObject;
  readonly chosen: readonly string[];
  readonly labelledBy: string;
  readonly onEntry: (entry: FieldEntry) => void;
}

/** Checkboxes or radio buttons. */
export function Choices({ element, chosen, labelledBy, onEntry }: ChoicesProps) {
  const name = useId();
  const isRadio = element.type === 'radio_buttons';
  const options = asObjects(element.options).map(option => ({ option, value: asString(option.value) ?? '' }));
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

interface TextFieldProps {
  readonly element: JsonObject;
  readonly entry: string;
  readonly named: FieldName;
  readonly onEntry: (entry: FieldEntry) => void;
  readonly onEnter?: (entry: FieldEntry) => void;
}

/** A field to type in: words, a time or a day. Slack itself says what is too short or too long when it is sent. */
export function TextField({ element, entry, named, onEntry, onEnter }: TextFieldProps) {
  const shared = {
    class: 'text-field',
    value: entry,
    placeholder: plainTextOf(element.placeholder),
    autofocus: element.focus_on_load === true,
    ...named,
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
