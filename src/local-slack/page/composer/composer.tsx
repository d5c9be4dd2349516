import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Menu } from '../frame/controls.tsx';
import { hasKeyboard } from '../frame/focus.ts';
import { useAct, usePageContext } from '../frame/page-context.ts';
import { type Completion, completeWord, type Suggestion } from './completion.ts';
import { useSend } from './send.ts';

interface ComposerProps {
  readonly channel: string;
  readonly thread?: string;
  readonly label: string;
}

/** A box to type in: Enter sends, and what begins with /, @ or # is completed. */
export function Composer({ channel, thread, label }: ComposerProps) {
  const { state } = usePageContext();
  const act = useAct();
  const send = useSend({ channel, thread });
  const list = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [{ text, cursor }, setTyped] = useState({ text: '', cursor: 0 });
  const [chosen, choose] = useState(0);
  const [isPutAway, putAway] = useState(false);
  const completion = isPutAway ? undefined : completeWord(text.slice(0, cursor), thread, state);
  useEffect(() => grow(box.current), [text]);
  useEffect(() => {
    if (hasKeyboard()) box.current?.focus();
  }, []);
  const type = (next: string, at = next.length) => {
    setTyped({ text: next, cursor: at });
    choose(0);
    putAway(false);
  };
  const take = ({ from }: Completion, { insert, shortcut }: Suggestion) => {
    type(insert === undefined ? '' : text.slice(0, from) + insert);
    if (shortcut !== undefined) void act('shortcut', { callbackId: shortcut.callbackId });
    box.current?.focus();
  };
  const submit = async () => {
    if (text.trim() === '') return;
    type('');
    if (await send(text.trim())) return;
    setTyped(now => (now.text === '' ? { text, cursor: text.length } : now));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    const done = steer(event.key, { completion, chosen, choose, take, putAway: () => putAway(true) });
    const sends = !done && event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (sends) void submit();
    if (done || sends) event.preventDefault();
  };
  const shortcuts = state.offers.shortcuts
    .filter(({ kind }) => kind === 'global')
    .map(({ name, description, callbackId }) => ({
      label: name,
      detail: description,
      choose: () => void act('shortcut', { callbackId }),
    }));
  return (
    <div class="composer">
      {completion !== undefined && (
        <CompletionList
          id={list}
          completion={completion}
          chosen={chosen}
          onTake={one => take(completion, one)}
        />
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
      <div class="composer-foot">
        <Menu class="icon-button" label="Shortcuts" sign="⚡" items={shortcuts} />
        <span class="composer-hint" aria-hidden="true">
          {thread === undefined && (
            <>
              <b>/</b> for commands,{' '}
            </>
          )}
          <b>@</b> to mention
        </span>
        <button
          type="button"
          class="send"
          aria-label="Send"
          disabled={text.trim() === ''}
          onClick={() => void submit()}
        >
          ➤
        </button>
      </div>
    </div>
  );
}

interface Steering {
  readonly completion: Completion | undefined;
  readonly chosen: number;
  readonly choose: (index: number) => void;
  readonly take: (completion: Completion, suggestion: Suggestion) => void;
  readonly putAway: () => void;
}

/** Goes through what is suggested; false where the key means something else. */
function steer(key: string, { completion, chosen, choose, take, putAway }: Steering): boolean {
  const suggestion = completion?.suggestions[chosen];
  if (completion === undefined || suggestion === undefined) return false;
  const count = completion.suggestions.length;
  if (key === 'ArrowDown') choose((chosen + 1) % count);
  else if (key === 'ArrowUp') choose((chosen + count - 1) % count);
  else if (key === 'Enter' || key === 'Tab') take(completion, suggestion);
  else if (key === 'Escape') putAway();
  else return false;
  return true;
}

/** As tall as what is typed; the style sheet says how tall at the most. */
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

/** What could be meant, above the box; the keyboard stays in the box. */
export function CompletionList({ id, completion, chosen, onTake }: CompletionListProps) {
  return (
    <div class="completion" role="listbox" id={id} aria-label="Suggestions">
      {completion.suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, where the focus stays.
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
