/** What a person reads in blocks, a line for each block; a button stands in brackets. */
export function read(blocks: readonly unknown[]): string[] {
  return blocks.map(block =>
    textIn(block)
      .replace(/\s*\n\s*/g, ' | ')
      .trim(),
  );
}

function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join('');
  if (value === null || typeof value !== 'object') return '';
  const block = value as Record<string, unknown>;
  switch (block.type) {
    case 'button':
      return `[${textIn(block.text)}]`;
    case 'text':
    case 'plain_text':
    case 'mrkdwn':
      return String(block.text);
    case 'date':
      return `{${block.fallback}}`;
    case 'user':
      return `@${block.user_id}`;
    case 'divider':
      return '---';
    case 'input':
      return `${textIn(block.label)}: ____`;
    default:
      return textIn([block.text ?? block.elements ?? [], block.accessory]);
  }
}
