import type { VNode } from 'preact';
import { asString, isObject } from '../../json.ts';
import { formatDate } from '../../text/dates.ts';
import { type Piece, parseMrkdwn } from '../../text/mrkdwn.ts';
import { readAppTime } from '../frame/app-time.ts';
import { currentPersonOf, displayNameOf } from '../frame/names.tsx';
import { usePageContext } from '../frame/page-context.ts';

/** What people type, and the texts in which an app may use marks. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return <Pieces pieces={parseMrkdwn(text)} />;
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <OnePiece key={index} piece={piece} />
      ))}
    </>
  );
}

function OnePiece({ piece }: { readonly piece: Piece }): VNode {
  const dateText = useDateFormat();
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'preformatted':
      return <pre>{piece.text}</pre>;
    case 'link':
      return <Link url={piece.url} label={piece.label} />;
    case 'mention':
      return (
        <Mention sign={piece.sign} id={piece.id} {...(piece.label !== undefined && { label: piece.label })} />
      );
    case 'date':
      return <time title={piece.fallback}>{dateText(piece)}</time>;
    case 'bold':
      return (
        <b>
          <Pieces pieces={piece.pieces} />
        </b>
      );
    case 'italic':
      return (
        <i>
          <Pieces pieces={piece.pieces} />
        </i>
      );
    case 'strike':
      return (
        <s>
          <Pieces pieces={piece.pieces} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Pieces pieces={piece.pieces} />
        </blockquote>
      );
  }
}

/** A link that a browser may follow: http, https or mailto. Any other address is shown as the text that it is. */
export function Link({ url, label }: { readonly url: string; readonly label: string | undefined }) {
  const text = label ?? url.replace(/^mailto:/, '');
  if (!isHarmless(url)) return <>{label === undefined ? url : `${label} (${url})`}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

function isHarmless(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
}

/** A person, a group or a channel by name; who is called themselves stands out. */
export function Mention({
  sign,
  id,
  label,
}: {
  readonly sign: '@' | '#';
  readonly id: string;
  readonly label?: string;
}) {
  const { state } = usePageContext();
  const calls = id === state.you || ['here', 'channel', 'everyone'].includes(id);
  return (
    <span class={`mention${calls ? ' mention-you' : ''}`}>
      {sign}
      {label ?? displayNameOf(id, state)}
    </span>
  );
}

/** plain_text as it is; mrkdwn with its marks. */
export function TextObject({ text }: { readonly text: unknown }) {
  const words = plainTextOf(text);
  return isObject(text) && text.type === 'mrkdwn' ? <Mrkdwn text={words} /> : words;
}

/** The words of a text object alone, for labels that take nothing else. */
export function plainTextOf(text: unknown): string {
  return isObject(text) ? (asString(text.text) ?? '') : '';
}

interface DateToken {
  readonly seconds: number;
  readonly format: string;
  readonly fallback: string;
}

/** Writes date tokens in the zone of whoever looks, with today and tomorrow by the app's clock. */
export function useDateFormat(): (token: DateToken) => string {
  const { state } = usePageContext();
  const reader = { timeZone: currentPersonOf(state).timeZone, now: readAppTime(state.clock, Date.now()) };
  return token => formatDate(token, reader);
}
