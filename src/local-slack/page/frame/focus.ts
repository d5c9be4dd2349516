import type { RefObject, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Whether keys come from a keyboard that is there, and not from one that a focused box brings up over the page. */
export function hasKeyboard(): boolean {
  return matchMedia('(hover: hover) and (pointer: fine)').matches;
}

/** Puts the focus into the box to type in; the last one is that of the thread. */
export function focusComposer(): void {
  [...document.querySelectorAll<HTMLElement>('.composer textarea')].at(-1)?.focus();
}

/**
 * Keeps the focus in an element whose content is drawn anew: where the focused button went, it is on the one of the same
 * action, or else on the element as a whole.
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
 * Opens a dialog over everything for as long as it is drawn. The browser keeps the focus in it; as it is taken away
 * rather than closed, we bring the focus back to where it was. `onLeave` hears when somebody wants out by a key.
 */
export function useDialog(onLeave: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    // Slack begins where something is to be entered, a browser at the first button.
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
    // A browser closes a dialog by itself where Escape is pressed a second time; it is ours to close.
    onKeyDown: (event: TargetedKeyboardEvent<HTMLDialogElement>) => {
      if (event.key === 'Escape') leave(event);
    },
    onCancel: leave,
  };
}
