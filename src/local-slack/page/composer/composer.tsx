import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { DraftCards, useDraft } from '../cards/draft-cards.tsx';
import { Menu } from '../frame/controls.tsx';
import { hasKeyboard } from '../frame/focus.ts';
import { useAct, usePageContext } from '../frame/page-context.ts';
import { type Completion, completeWord, type Suggestion } from './completion.ts';
import { type ComposerTarget, useSend } from './send.ts';

interface ComposerProps {
  readonly channel: string;
  readonly thread?: string;
  readonly label: string;
}

/** The message box. Enter sends, and words that begin with /, @ or # are completed. */
export function Composer({ channel, thread, label }: ComposerProps) {
  const list = useId();
  const { box, text, completion, chosen, type, take, submit, onKeyDown } = useComposer({ channel, thread });
  return (
    <div class="composer">
      {completion !== undefined && (
        <CompletionList id={list} completion={completion} chosen={chosen} onTake={take} />
      )}
      <textarea
        ref={box}
        rows={1}
        value={text}
        placeholder={label}
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(completion !== undefined && {
          'aria-controls': list,
          'aria-activedescendant': `${list}-${chosen}`,
        })}
        onInput={({ currentTarget: { value, selectionStart } }) => type(value, selectionStart)}
        onKeyDown={onKeyDown}
      />
      <DraftCards channel={channel} thread={thread} />
      <ComposerFoot isInThread={thread !== undefined} isEmpty={text.trim() === ''} submit={submit} />
    </div>
  );
}

interface ComposerControls {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly completion: Completion | undefined;
  /** The index of the highlighted suggestion. */
  readonly chosen: number;
  readonly type: (text: string, cursor: number) => void;
  readonly take: (suggestion: Suggestion) => void;
  readonly submit: () => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => void;
}

function useComposer({ channel, thread }: ComposerTarget): ComposerControls {
  const { state } = usePageContext();
  const act = useAct();
  const send = useSend({ channel, thread });
  const box = useRef<HTMLTextAreaElement>(null);
  const [{ text, cursor }, setTyped] = useState({ text: '', cursor: 0 });
  const [chosen, choose] = useState(0);
  const [isDismissed, dismiss] = useState(false);
  const completion = isDismissed ? undefined : completeWord(text.slice(0, cursor), thread, state);
  useDraft(text, { channel, thread });
  useEffect(() => grow(box.current), [text]);
  useEffect(() => {
    if (hasKeyboard()) box.current?.focus();
  }, []);
  const type = (next: string, at: number) => {
    setTyped({ text: next, cursor: at });
    choose(0);
    dismiss(false);
  };
  const take = ({ insert, shortcut }: Suggestion) => {
    const next = insert === undefined ? '' : text.slice(0, completion?.from) + insert;
    type(next, next.length);
    if (shortcut !== undefined) void act('shortcut', { callbackId: shortcut.callbackId });
    box.current?.focus();
  };
  const submit = async () => {
    if (text.trim() === '') return;
    type('', 0);
    if (await send(text.trim())) return;
    setTyped(now => (now.text === '' ? { text, cursor: text.length } : now));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    const isDone = steer(event.key, { completion, chosen, choose, take, dismiss: () => dismiss(true) });
    const sends = !isDone && event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (sends) void submit();
    if (isDone || sends) event.preventDefault();
  };
  return { box, text, completion, chosen, type, take, submit: () => void submit(), onKeyDown };
}

interface ComposerFootProps {
  readonly isInThread: boolean;
  readonly isEmpty: boolean;
  readonly submit: () => void;
}

function ComposerFoot({ isInThread, isEmpty, submit }: ComposerFootProps) {
  const { offers } = usePageContext().state;
  const act = useAct();
  const shortcuts = offers.shortcuts
    .filter(({ kind }) => kind === 'global')
    .map(({ name, description, callbackId }) => ({
      label: name,
      detail: description,
      choose: () => void act('shortcut', { callbackId }),
    }));
  return (
    <div class="composer-foot">
      <Menu class="icon-button" label="Shortcuts" sign="⚡" items={shortcuts} />
      <span class="composer-hint" aria-hidden="true">
        {!isInThread && (
          <>
            <b>/</b> for commands,{' '}
          </>
        )}
        <b>@</b> to mention
      </span>
      <button type="button" class="send" aria-label="Send" disabled={isEmpty} onClick={submit}>
        ➤
      </button>
    </div>
  );
}

interface Steering extends Pick<ComposerControls, 'completion' | 'chosen' | 'take'> {
  readonly choose: (index: number) => void;
  readonly dismiss: () => void;
}

/** Moves through the suggestions, takes one or dismisses them. Returns false if the key means something else. */
function steer(key: string, { completion, chosen, choose, take, dismiss }: Steering): boolean {
  const suggestion = completion?.suggestions[chosen];
  if (completion === undefined || suggestion === undefined) return false;
  const count = completion.suggestions.length;
  if (key === 'ArrowDown') choose((chosen + 1) % count);
  else if (key === 'ArrowUp') choose((chosen + count - 1) % count);
  else if (key === 'Enter' || key === 'Tab') take(suggestion);
  else if (key === 'Escape') dismiss();
  else return false;
  return true;
}

/** Makes the box as tall as its text; the style sheet sets the maximum. */
function grow(box: HTMLTextAreaElement | null): void {
  if (box === null) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}

interface CompletionListProps {
  readonly id: string;
  readonly completion: Completion;
  readonly chosen: number;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** The suggestions above the box. The focus stays in the box. */
function CompletionList({ id, completion, chosen, onTake }: CompletionListProps) {
  return (
    <div class="completion" role="listbox" id={id} aria-label="Suggestions">
      {completion.suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keys, since the focus stays there.
        <div
          key={suggestion.label}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          class="completion-option"
          onClick={() => onTake(suggestion)}
        >
          <b>{suggestion.label}</b>
          <span>{suggestion.detail}</span>
        </div>
      ))}
    </div>
  );
}
