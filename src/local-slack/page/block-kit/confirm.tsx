import { useId } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';
import { useDialog } from '../frame/dialog.ts';
import { TextObject, wordsOf } from './text-object.tsx';

/** Asks whether somebody is sure of what they pressed. */
export function Confirm({
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
        <h2 id={title}>{wordsOf(confirm.title)}</h2>
      </header>
      <p class="modal-body">
        <TextObject text={confirm.text} />
      </p>
      <footer class="modal-foot">
        <button type="button" class="button button-default" onClick={() => onAnswer(false)}>
          {wordsOf(confirm.deny)}
        </button>
        <button type="button" class={`button ${style}`} onClick={() => onAnswer(true)}>
          {wordsOf(confirm.confirm)}
        </button>
      </footer>
    </dialog>
  );
}
