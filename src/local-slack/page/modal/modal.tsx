import type { ComponentChildren, TargetedEvent } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { asObjects, type JsonObject } from '../../json.ts';
import type { ShownView } from '../../serving/contract.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { type Holder, HolderContext, useForm } from '../block-kit/form.ts';
import { plainTextOf } from '../block-kit/text.tsx';
import { Inspect } from '../frame/controls.tsx';
import { useDialog } from '../frame/focus.ts';
import { Avatar } from '../frame/names.tsx';
import { useAct, usePageContext } from '../frame/page-context.ts';

/** The topmost modal. Its form is sent as a whole, and each error is shown under its field. */
export function Modal({ view, banners }: { readonly view: ShownView; readonly banners: ComponentChildren }) {
  const { inspects } = usePageContext();
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
    const { errors: found = {} } = await act('submit', { entries: holder.entries() });
    setSending(false);
    setErrors(found);
  };
  return (
    <dialog {...dialog} class="modal" aria-labelledby={title}>
      <form class="modal-form" onSubmit={submit} noValidate>
        <ModalHead id={title} title={plainTextOf(content.title)} close={() => void act('close')} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls. */}
        <section class="modal-body" tabIndex={0} aria-labelledby={title}>
          <HolderContext.Provider value={holder}>
            <Blocks blocks={asObjects(content.blocks)} />
          </HolderContext.Provider>
          {inspects && <Inspect json={content} label="this modal" />}
        </section>
        {banners}
        <ModalFoot content={content} isSending={isSending} close={() => void act('close')} />
      </form>
    </dialog>
  );
}

interface ModalHeadProps {
  readonly id: string;
  readonly title: string;
  readonly close: () => void;
}

function ModalHead({ id, title, close }: ModalHeadProps) {
  const { bot } = usePageContext().state;
  return (
    <header class="modal-head">
      <Avatar id={bot.id} size="small" />
      <h2 id={id}>{title}</h2>
      <button type="button" class="icon-button" aria-label="Close" onClick={close}>
        ×
      </button>
    </header>
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
