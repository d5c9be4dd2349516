import type { JsonObject } from '../../json.ts';
import type { Entry } from './holder.ts';
import type { FieldName } from './offered.ts';
import { wordsOf } from './text-object.tsx';

interface TextFieldProps {
  readonly element: JsonObject;
  readonly entry: string;
  readonly named: FieldName;
  readonly onEntry: (entry: Entry) => void;
  readonly onEnter?: (entry: Entry) => void;
}

/** A field to type in: words, a time or a day. Slack itself says what is too short or too long when it is sent. */
export function TextField({ element, entry, named, onEntry, onEnter }: TextFieldProps) {
  const shared = {
    class: 'text-field',
    value: entry,
    placeholder: wordsOf(element.placeholder),
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
