import type { VNode } from 'preact';
import { asString, isObject } from '../../json.ts';
import { type DateToken, formatDate } from '../../text/dates.ts';
import { type Piece, parseMrkdwn } from '../../text/mrkdwn.ts';
import { readAppTime } from '../frame/app-time.ts';
import { currentPersonOf, displayNameOf } from '../frame/names.tsx';
import { usePageContext } from '../frame/page-context.ts';

/** A text with marks: everything that people type, and some texts of the app's. */
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

const MARKS = { bold: 'b', italic: 'i', strike: 's', quote: 'blockquote' } as const;

function OnePiece({ piece }: { readonly piece: Piece }): VNode {
  const format = useDateFormat();
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
      return <time title={piece.fallback}>{format(piece)}</time>;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'quote': {
      const Mark = MARKS[piece.kind];
      return (
        <Mark>
          <Pieces pieces={piece.pieces} />
        </Mark>
      );
    }
    default:
      return piece satisfies never;
  }
}

/** A link to http, https or mailto. Any other address is shown as text. */
export function Link({ url, label }: { readonly url: string; readonly label: string | undefined }) {
  const text = label ?? url.replace(/^mailto:/, '');
  if (!isSafe(url)) return <>{label === undefined ? url : `${label} (${url})`}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
}

/** A person, a group or a channel by name, highlighted if it includes the person whose page this is. */
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
  const includesYou = id === state.you || ['here', 'channel', 'everyone'].includes(id);
  return (
    <span class={`mention${includesYou ? ' mention-you' : ''}`}>
      {sign}
      {label ?? displayNameOf(id, state)}
    </span>
  );
}

/** plain_text as it is, mrkdwn with its marks. */
export function TextObject({ text }: { readonly text: unknown }) {
  const words = plainTextOf(text);
  return isObject(text) && text.type === 'mrkdwn' ? <Mrkdwn text={words} /> : words;
}

/** The text of a text object, for labels that can have no marks. */
export function plainTextOf(text: unknown): string {
  return isObject(text) ? (asString(text.text) ?? '') : '';
}

/** Returns a function that formats dates in the person's zone, with today and tomorrow by the app's clock. */
export function useDateFormat(): (token: DateToken) => string {
  const { state } = usePageContext();
  const reader = { timeZone: currentPersonOf(state).timeZone, now: readAppTime(state.clock, Date.now()) };
  return token => formatDate(token, reader);
}
