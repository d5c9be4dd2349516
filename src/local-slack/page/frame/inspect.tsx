import type { JsonObject } from '../../json.ts';

/** A message or view as the app sent it, and the way to Block Kit Builder with it. */
export function Inspect({ json, label }: { readonly json: JsonObject; readonly label: string }) {
  const text = JSON.stringify(json, null, 2);
  return (
    <section class="inspect" aria-label={`JSON of ${label}`}>
      <a href={builderAddress(json)} target="_blank" rel="noopener noreferrer">
        Open in Block Kit Builder
      </a>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}

/** Block Kit Builder reads what it is to show from behind the #, which a browser sends to nobody. */
function builderAddress(json: JsonObject): string {
  return `https://app.slack.com/block-kit-builder/#${encodeURIComponent(JSON.stringify(json))}`;
}
