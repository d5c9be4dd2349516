import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

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
