/** `<@U0123|ada>`, `<#C0123|ceph>`, `<!here>`, `<!subteam^S0123|@crew>` */
const MARKED = /<([@#!])[\w^-]+(?:\|([^<>]*))?>/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * A text without the marks that a chat puts around the names of people and channels, and with its own signs for `&lt;`. A
 * channel stands for its name; the mention of a person says nothing about a topic.
 */
export function removeChatMarks(text: string): string {
  // Most texts have none.
  if (!/[<&]/u.test(text)) return text;
  return text
    .replace(MARKED, (_, sign: string, name = '') => (sign === '#' ? ` ${name} ` : ' '))
    .replace(/&(?:lt|gt|amp);/gu, entity => ENTITIES[entity] ?? entity)
    .trim();
}
