/**
 * For the top-level `text` of a message, the one place where Slack reads markup that we do not build ourselves.
 * Slack's rule: these three characters, in this order, and nothing else.
 */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
