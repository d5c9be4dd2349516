import { useId } from 'preact/hooks';
import { asString, isObject, type JsonObject } from '../../json.ts';
import type { FieldEntry } from '../../state/form-values.ts';
import { useDispatch } from './element.tsx';
import { Field } from './field.tsx';
import { useHolder } from './form.ts';
import { plainTextOf } from './text.tsx';

/** A field of a form with its label, its hint and its error. */
export function Input({ block }: { readonly block: JsonObject }) {
  const id = useId();
  const { enter, errors } = useHolder();
  const element = isObject(block.element) ? block.element : {};
  const blockId = asString(block.block_id) ?? '';
  const dispatch = useDispatch(element, block);
  const error = errors[blockId];
  const take = (entry: FieldEntry) => {
    enter(blockId, entry);
    if (block.dispatch_action === true && element.type !== 'plain_text_input') void dispatch(entry);
  };
  const hint = plainTextOf(block.hint);
  return (
    <div class={`input${error === undefined ? '' : ' input-wrong'}`}>
      <label class="input-label" id={`${id}-label`} for={id}>
        {plainTextOf(block.label)}
        {block.optional === true && <span class="optional"> (optional)</span>}
      </label>
      <Field
        element={element}
        block={block}
        id={id}
        onEntry={take}
        {...(block.dispatch_action === true && { onEnter: dispatch })}
        isWrong={error !== undefined}
      />
      {error !== undefined && (
        <p class="input-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint !== '' && <p class="input-hint">{hint}</p>}
    </div>
  );
}
