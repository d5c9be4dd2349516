import type { TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

/** A few options side by side, of which one is chosen. */
export function Segments<Value extends string>({ label, options, chosen, onChoose }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset class="panel-row segments">
      <legend class="panel-label">{label}</legend>
      {options.map(option => (
        <label key={option.value} class="segment">
          <input
            type="radio"
            name={name}
            checked={option.value === chosen}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface MenuItem {
  readonly label: string;
  readonly detail: string;
  readonly choose: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly sign: string;
  readonly class: string;
  readonly items: readonly MenuItem[];
}

/** A button that opens a menu. Its keys are those that screen readers announce. */
export function Menu({ label, sign, class: className, items }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span class="menu-place">
      <button
        ref={button}
        type="button"
        class={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': id })}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">{sign}</span>
      </button>
      {isOpen && <OpenMenu id={id} label={label} items={items} close={close} />}
    </span>
  );
}

interface OpenMenuProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly close: () => void;
}

function OpenMenu({ id, label, items, close }: OpenMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    place(current);
    const closeOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && current.parentElement?.contains(target) !== true) close();
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, []);
  const choose = (item: MenuItem) => {
    close();
    item.choose();
  };
  return (
    <div
      ref={list}
      id={id}
      class="menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={event => moveFocus(event, close)}
    >
      {items.map(item => (
        <button key={item.label} type="button" role="menuitem" class="menu-item" onClick={() => choose(item)}>
          {item.label}
          {item.detail !== '' && <span class="menu-detail">{item.detail}</span>}
        </button>
      ))}
    </div>
  );
}

/** Places the menu above its button if there is no room below, and never beyond the right edge. */
function place(list: HTMLElement): void {
  const { bottom, right } = list.getBoundingClientRect();
  list.classList.toggle('menu-up', bottom > innerHeight);
  list.classList.toggle('menu-left', right > innerWidth);
  list.querySelector('button')?.focus();
}

function moveFocus(event: TargetedKeyboardEvent<HTMLDivElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.findIndex(item => item.matches(':focus'));
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') close();
  if (target !== undefined) items.at(target % items.length)?.focus();
  if (event.key === 'Escape' || target !== undefined) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The JSON of a message or view as the app sent it, with a link that opens it in Block Kit Builder. */
export function Inspect({ json, label }: { readonly json: JsonObject; readonly label: string }) {
  const text = JSON.stringify(json, null, 2);
  return (
    <section class="inspect" aria-label={`JSON of ${label}`}>
      <a href={buildAddress(json)} target="_blank" rel="noopener noreferrer">
        Open in Block Kit Builder
      </a>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls. */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}

/** Block Kit Builder reads the JSON after the #, which a browser sends to no server. */
function buildAddress(json: JsonObject): string {
  return `https://app.slack.com/block-kit-builder/#${encodeURIComponent(JSON.stringify(json))}`;
}
