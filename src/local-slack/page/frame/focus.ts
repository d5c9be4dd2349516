import type { RefObject, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Whether there is a real keyboard. On a phone, focusing a box would bring one up over the page. */
export function hasKeyboard(): boolean {
  return matchMedia('(hover: hover) and (pointer: fine)').matches;
}

/** Focuses the message box; the last one is the thread's. */
export function focusComposer(): void {
  [...document.querySelectorAll<HTMLElement>('.composer textarea')].at(-1)?.focus();
}

/**
 * Keeps the focus in an element whose content is drawn again. If the focused button is gone, the focus goes to the one of
 * the same action, or else to the whole element.
 */
export function useKeptFocus(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLElement && ref.current?.contains(activeElement) ? activeElement : undefined;
  useLayoutEffect(() => {
    if (focused === undefined || focused.isConnected) return;
    const { action } = focused.dataset;
    const successor =
      action && ref.current?.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`);
    (successor || ref.current)?.focus({ preventScroll: true });
  });
  return ref;
}

/**
 * Opens a dialog above the page for as long as it is drawn. The browser keeps the focus in it. Since it is removed rather
 * than closed, we return the focus to where it was. `onLeave` is called when a key asks to leave.
 */
export function useDialog(onLeave: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    // Slack focuses the first field, a browser the first button.
    ref.current?.querySelector<HTMLElement>('.input :is(input, select, textarea)')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const leave = (event: TargetedEvent<HTMLDialogElement>) => {
    event.preventDefault();
    onLeave();
  };
  return {
    ref,
    // A browser closes a dialog by itself if Escape is pressed a second time; only we may close it.
    onKeyDown: (event: TargetedKeyboardEvent<HTMLDialogElement>) => {
      if (event.key === 'Escape') leave(event);
    },
    onCancel: leave,
  };
}
