/** A piece of mrkdwn. What is in a text is shown as it is. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code' | 'preformatted'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string | undefined }
  | {
      readonly kind: 'mention';
      readonly sign: '@' | '#';
      readonly id: string;
      readonly label: string | undefined;
    }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Code first, in which no mark counts; then what Slack writes in angle brackets; then marks at the edges of words. */
const TOKENS =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<=^|[\s([{"'.,;:!?*_~-])([*_~])(?=\S)([^\n]*?\S)\4(?=$|[\s)\]}"'.,;:!?*_~-])|^&gt; ?(.*)$/m;

/** Takes mrkdwn apart as Slack does. */
export function piecesOf(mrkdwn: string): readonly Piece[] {
  const found = TOKENS.exec(mrkdwn);
  if (found === null) return mrkdwn === '' ? [] : [{ kind: 'text', text: decode(mrkdwn) }];
  const before = mrkdwn.slice(0, found.index);
  const after = mrkdwn.slice(found.index + found[0].length);
  return [...textPieces(before), pieceOf(found), ...piecesOf(after)];
}

function textPieces(text: string): readonly Piece[] {
  return text === '' ? [] : [{ kind: 'text', text: decode(text) }];
}

function pieceOf(found: RegExpExecArray): Piece {
  const [, preformatted, code, special, mark, marked, quoted] = found;
  if (preformatted !== undefined) return { kind: 'preformatted', text: decode(preformatted) };
  if (code !== undefined) return { kind: 'code', text: decode(code) };
  if (special !== undefined) return specialPiece(special);
  if (mark === '*' || mark === '_' || mark === '~')
    return { kind: MARKS[mark], pieces: piecesOf(marked ?? '') };
  return { kind: 'quote', pieces: piecesOf(quoted ?? '') };
}

function specialPiece(special: string): Piece {
  const [target = '', ...labels] = special.split('|');
  const label = labels.length === 0 || labels[0] === '' ? undefined : decode(labels.join('|'));
  const rest = target.slice(1);
  if (target.startsWith('@')) return { kind: 'mention', sign: '@', id: rest, label };
  if (target.startsWith('#')) return { kind: 'mention', sign: '#', id: rest, label };
  if (!target.startsWith('!')) return { kind: 'link', url: decode(target), label };
  const [name = '', first = '', format = ''] = rest.split('^');
  if (name === 'date') return { kind: 'date', seconds: Number(first), format, fallback: label ?? '' };
  return { kind: 'mention', sign: '@', id: name === 'subteam' ? first : name, label };
}

/** The three characters that Slack escapes, and no others. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
