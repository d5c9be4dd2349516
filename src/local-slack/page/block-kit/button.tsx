import { type JsonObject, textOf } from '../../json.ts';
import { wordsOf } from './text-object.tsx';

/** A button; with an address it opens that, too. */
export function Button({ element, onPress }: { readonly element: JsonObject; readonly onPress: () => void }) {
  const url = textOf(element.url);
  const label = textOf(element.accessibility_label);
  const press = () => {
    if (url !== undefined && /^https?:/.test(url)) open(url, '_blank', 'noopener,noreferrer');
    onPress();
  };
  return (
    <button
      type="button"
      class={`button button-${textOf(element.style) ?? 'default'}`}
      data-action={textOf(element.action_id)}
      onClick={press}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {wordsOf(element.text)}
    </button>
  );
}
