import { useState } from 'preact/hooks';
import { isObject, objectsIn, textOf } from '../../json.ts';
import type { ShownView } from '../../serving/contract.ts';
import { firstEntry } from './entry.ts';
import type { Entries, Holder } from './holder.ts';

/** What is entered in the fields of a modal or of the Home, until it is sent. */
export function useForm(view: ShownView | undefined, errors: Holder['errors'] = {}): Holder {
  const [entered, setEntered] = useState<Entries>({});
  const holder: Holder = {
    address: { view: view?.id ?? '' },
    values: view?.values ?? {},
    ...(view?.openedIn !== undefined && { openedIn: view.openedIn }),
    errors,
    enter: (blockId, entry) => setEntered(before => ({ ...before, [blockId]: entry })),
    entries: () => (view === undefined ? {} : wholeForm(view, entered, holder)),
  };
  return holder;
}

/** Every field of the form with what stands in it, whether it was touched or not. */
function wholeForm({ content }: ShownView, entered: Entries, holder: Holder): Entries {
  const inputs = objectsIn(content.blocks).filter(block => block.type === 'input');
  return Object.fromEntries(
    inputs.map(block => {
      const blockId = textOf(block.block_id) ?? '';
      const element = isObject(block.element) ? block.element : {};
      return [blockId, entered[blockId] ?? firstEntry(block, element, holder)];
    }),
  );
}
