import { useLayoutEffect, useRef } from 'preact/hooks';
import { asString, type JsonObject } from '../../json.ts';
import type { ShownPane } from '../../serving/contract.ts';
import { Link } from '../block-kit/text.tsx';
import { useKeptFocus } from '../frame/focus.ts';
import { useAct, usePageContext } from '../frame/page-context.ts';
import { CardButtons, CardFields, kindOf, titleOf } from './card.tsx';

/** A work object beside the conversation, as the app shows it to this person. */
export function CardPane({ pane: { shown, link } }: { readonly pane: ShownPane }) {
  const { bot } = usePageContext().state;
  const act = useAct();
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    // On a phone the pane covers the conversation, which takes no focus before the pane is gone.
    return () =>
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      });
  }, []);
  const metadata = shown !== undefined && 'metadata' in shown ? shown.metadata : undefined;
  return (
    <section class="pane thread" aria-label={metadata === undefined ? 'Card' : titleOf(metadata)}>
      <header class="pane-head">
        <h1>{metadata === undefined ? bot.name : kindOf(metadata)}</h1>
        <span class="pane-members" />
        <button
          ref={close}
          type="button"
          class="icon-button"
          aria-label="Close the card"
          onClick={() => void act('closeCard')}
        >
          ×
        </button>
      </header>
      {shown === undefined && <p class="card-state">Opening…</p>}
      {shown !== undefined && 'error' in shown && <p class="card-state">{explain(shown.error)}</p>}
      {metadata !== undefined && <Entity metadata={metadata} url={link.url} />}
    </section>
  );
}

function Entity({ metadata, url }: { readonly metadata: JsonObject; readonly url: string }) {
  const act = useAct();
  const ref = useKeptFocus();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls.
    <article class="card-whole" ref={ref} tabIndex={0} aria-label={titleOf(metadata)}>
      <h2>{titleOf(metadata)}</h2>
      <p class="card-link">
        <Link url={asString(metadata.url) ?? url} label={undefined} />
      </p>
      <CardButtons card={metadata} press={label => void act('pressCard', { inPane: true, label })} />
      <CardFields card={metadata} />
    </article>
  );
}

/** Slack's own sentence for the status of an error. */
function explain({ status, custom_message: said }: JsonObject): string {
  if (status === 'custom') return asString(said) ?? '';
  return status === 'not_found'
    ? 'This item no longer exists. (not_found)'
    : `It can’t be shown. (${status})`;
}
