import { useState } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';
import { useStage } from '../frame/page-context.ts';
import { Choices } from './choices.tsx';
import { firstEntry } from './entry.ts';
import { type Entry, useHolder } from './holder.ts';
import { choicesOf } from './offered.ts';
import { SelectMany } from './select-many.tsx';
import { SelectOne } from './selects.tsx';
import { TextField } from './text-field.tsx';

export interface FieldProps {
  readonly element: JsonObject;
  readonly block: JsonObject;
  readonly onEntry: (entry: Entry) => void;
  /** Takes a text as soon as Enter is pressed. */
  readonly onEnter?: (entry: Entry) => void;
  /** The id that the field's label points to; or the label itself. */
  readonly id?: string;
  readonly label?: string;
  readonly isWrong?: boolean;
}

/** What one types into or chooses from, by its kind. */
export function Field({ element, block, onEntry, onEnter, id, label, isWrong = false }: FieldProps) {
  const { state } = useStage();
  const holder = useHolder();
  const [entry, setEntry] = useState<Entry>(() => firstEntry(block, element, holder));
  const take = (next: Entry) => {
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
