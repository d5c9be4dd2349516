import { useEffect, useRef } from 'preact/hooks';
import { usePageContext } from '../frame/page-context.ts';
import { kindOf, titleOf } from './card.tsx';

interface DraftPlace {
  readonly channel: string;
  readonly thread: string | undefined;
}

/** A person who types on has not finished the address. */
const PAUSE_MS = 300;

/** Tells the workspace of the links in a text that is typed, once the person pauses. */
export function useDraft(text: string, { channel, thread }: DraftPlace): void {
  const { act } = usePageContext();
  const told = useRef(false);
  const hasLink = /\bhttps?:\/\/\S/.test(text);
  useEffect(() => {
    // A sent text ends its preview by itself.
    if (!hasLink && (!told.current || text === '')) return;
    const timer = setTimeout(() => {
      told.current = hasLink;
      void act('draft', { channel, text, ...(thread !== undefined && { threadTs: thread }) });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
}

/** The previews below a text that is typed. */
export function DraftCards({ channel, thread }: DraftPlace) {
  const { draft } = usePageContext().state;
  if (draft === undefined || draft.channel !== channel || draft.threadTs !== thread) return null;
  return (
    <>
      {draft.cards.map(card => (
        <p key={String(card.app_unfurl_url)} class="card-preview" role="note">
          <b>{titleOf(card)}</b>
          <span>{kindOf(card)}</span>
        </p>
      ))}
    </>
  );
}
