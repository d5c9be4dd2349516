import type { VNode } from 'preact';
import { Link } from './link.tsx';
import { Mention } from './mention.tsx';
import { type Piece, piecesOf } from './mrkdwn-pieces.ts';
import { useDateText } from './reader.ts';

/** What people type, and the texts in which an app may use marks. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return <Pieces pieces={piecesOf(text)} />;
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
  const dateText = useDateText();
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
