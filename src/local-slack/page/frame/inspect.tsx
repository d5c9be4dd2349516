import type { JsonObject } from '../../json.ts';

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
