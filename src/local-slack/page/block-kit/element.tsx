import { useId, useState } from 'preact/hooks';
import { asObjects, asString, isObject, type JsonObject } from '../../json.ts';
import type { FieldEntry } from '../../state/form-values.ts';
import { Menu } from '../frame/controls.tsx';
import { useDialog } from '../frame/focus.ts';
import { useAct } from '../frame/page-context.ts';
import { Field } from './field.tsx';
import { useHolder } from './form.ts';
import { plainTextOf, TextObject } from './text.tsx';

/** A button or menu outside of a form. A choice is sent at once, after a question if the app has one. */
export function Element({ element, block }: { readonly element: JsonObject; readonly block: JsonObject }) {
  const dispatch = useDispatch(element, block);
  const [pending, setPending] = useState<{ readonly entry: FieldEntry | undefined }>();
  const [refusals, setRefusals] = useState(0);
  const { confirm } = element;
  const choose = (entry?: FieldEntry) => (isObject(confirm) ? setPending({ entry }) : void dispatch(entry));
  const answer = (isSure: boolean) => {
    setPending(undefined);
    if (!isSure) setRefusals(refusals + 1);
    else if (pending !== undefined) void dispatch(pending.entry);
  };
  return (
    <>
      {element.type === 'button' ? (
        <Button element={element} onPress={() => choose()} />
      ) : element.type === 'overflow' ? (
        <Overflow element={element} onChoose={choose} />
      ) : (
        // A choice that is taken back is drawn anew, as it was.
        <Field
          key={refusals}
          element={element}
          block={block}
          onEntry={choose}
          label={plainTextOf(element.placeholder)}
        />
      )}
      {pending !== undefined && isObject(confirm) && <Confirm confirm={confirm} onAnswer={answer} />}
    </>
  );
}

/** Returns a function that tells the app of a press or a choice. */
export function useDispatch(element: JsonObject, block: JsonObject): (entry?: FieldEntry) => Promise<void> {
  const act = useAct();
  const { address, entries } = useHolder();
  return async entry => {
    await act('click', {
      ...address,
      entries: entries(),
      blockId: asString(block.block_id) ?? '',
      actionId: asString(element.action_id) ?? '',
      ...(entry !== undefined && { choose: entry }),
    });
  };
}

/** A button. If it has an address, it also opens that. */
function Button({ element, onPress }: { readonly element: JsonObject; readonly onPress: () => void }) {
  const url = asString(element.url);
  const label = asString(element.accessibility_label);
  const press = () => {
    if (url !== undefined && /^https?:/.test(url)) open(url, '_blank', 'noopener,noreferrer');
    onPress();
  };
  return (
    <button
      type="button"
      class={`button button-${asString(element.style) ?? 'default'}`}
      data-action={asString(element.action_id)}
      onClick={press}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {plainTextOf(element.text)}
    </button>
  );
}

/** Asks whether the person is sure. */
function Confirm({
  confirm,
  onAnswer,
}: {
  readonly confirm: JsonObject;
  readonly onAnswer: (isSure: boolean) => void;
}) {
  const dialog = useDialog(() => onAnswer(false));
  const title = useId();
  const style = confirm.style === 'danger' ? 'button-danger' : 'button-primary';
  return (
    <dialog {...dialog} class="modal confirm" aria-labelledby={title}>
      <header class="modal-head">
        <h2 id={title}>{plainTextOf(confirm.title)}</h2>
      </header>
      <p class="modal-body">
        <TextObject text={confirm.text} />
      </p>
      <footer class="modal-foot">
        <button type="button" class="button button-default" onClick={() => onAnswer(false)}>
          {plainTextOf(confirm.deny)}
        </button>
        <button type="button" class={`button ${style}`} onClick={() => onAnswer(true)}>
          {plainTextOf(confirm.confirm)}
        </button>
      </footer>
    </dialog>
  );
}

/** A menu behind three dots. */
function Overflow({
  element,
  onChoose,
}: {
  readonly element: JsonObject;
  readonly onChoose: (entry: FieldEntry) => void;
}) {
  const items = asObjects(element.options).map(option => ({
    label: plainTextOf(option.text),
    detail: plainTextOf(option.description),
    choose: () => onChoose(asString(option.value) ?? ''),
  }));
  return <Menu class="button button-default" label="More" sign="⋯" items={items} />;
}
