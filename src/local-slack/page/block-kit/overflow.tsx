import { type JsonObject, objectsIn, textOf } from '../../json.ts';
import { Menu } from '../frame/menu.tsx';
import type { Entry } from './holder.ts';
import { wordsOf } from './text-object.tsx';

/** A menu behind three dots. */
export function Overflow({
  element,
  onChoose,
}: {
  readonly element: JsonObject;
  readonly onChoose: (entry: Entry) => void;
}) {
  const items = objectsIn(element.options).map(option => ({
    label: wordsOf(option.text),
    detail: wordsOf(option.description),
    choose: () => onChoose(textOf(option.value) ?? ''),
  }));
  return <Menu class="button button-default" label="More" sign="⋯" items={items} />;
}
