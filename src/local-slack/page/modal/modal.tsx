import type { ComponentChildren, TargetedEvent } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { asObjects, type JsonObject } from '../../json.ts';
import type { ShownView } from '../../serving/contract.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { type Holder, HolderContext, useForm } from '../block-kit/form.ts';
import { plainTextOf } from '../block-kit/text.tsx';
import { useDialog } from '../frame/focus.ts';
import { Inspect } from '../frame/inspect.tsx';
import { Avatar } from '../frame/names.tsx';
import { useAct, usePageContext } from '../frame/page-context.ts';

/** The topmost modal: what is entered is sent as a whole, and what is wrong with it stands under its field. */
export function Modal({ view, notices }: { readonly view: ShownView; readonly notices: ComponentChildren }) {
  const { state, inspects } = usePageContext();
  const act = useAct();
  const title = useId();
  const dialog = useDialog(() => void act('close'));
  const [errors, setErrors] = useState<Holder['errors']>({});
  const [isSending, setSending] = useState(false);
  const { content } = view;
  const holder = useForm(view, errors);
  useEffect(() => dialog.ref.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [errors]);
  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (content.submit === undefined) return;
    setSending(true);
    const answer = await act('submit', { entries: holder.entries() });
    setSending(false);
    setErrors(answer.errors ?? {});
  };
  return (
    <dialog {...dialog} class="modal" aria-labelledby={title}>
      <form class="modal-form" onSubmit={submit} noValidate>
        <header class="modal-head">
          <Avatar id={state.bot.id} size="small" />
          <h2 id={title}>{plainTextOf(content.title)}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={() => void act('close')}>
            ×
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
        <section class="modal-body" tabIndex={0} aria-labelledby={title}>
          <HolderContext.Provider value={holder}>
            <Blocks blocks={asObjects(content.blocks)} />
          </HolderContext.Provider>
          {inspects && <Inspect json={content} label="this modal" />}
        </section>
        {notices}
        <ModalFoot content={content} isSending={isSending} close={() => void act('close')} />
      </form>
    </dialog>
  );
}

interface ModalFootProps {
  readonly content: JsonObject;
  readonly isSending: boolean;
  readonly close: () => void;
}

function ModalFoot({ content, isSending, close }: ModalFootProps) {
  const { submit } = content;
  return (
    <footer class="modal-foot">
      <button type="button" class="button button-default" onClick={close}>
        {plainTextOf(content.close) || 'Cancel'}
      </button>
      {submit !== undefined && (
        <button type="submit" class="button button-primary" disabled={isSending}>
          {plainTextOf(submit)}
        </button>
      )}
    </footer>
  );
}
