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
