import { useState } from 'preact/hooks';
import { isObject, type JsonObject, textOf } from '../../json.ts';
import { useAct } from '../frame/page-context.ts';
import { Button } from './button.tsx';
import { Confirm } from './confirm.tsx';
import { Field } from './field.tsx';
import { type Entry, useHolder } from './holder.ts';
import { Overflow } from './overflow.tsx';
import { wordsOf } from './text-object.tsx';

/** A button or menu outside of a form: what is chosen is sent at once, after a question where the app wants one. */
export function Element({ element, block }: { readonly element: JsonObject; readonly block: JsonObject }) {
  const dispatch = useDispatch(element, block);
  const [asked, ask] = useState<{ readonly entry: Entry | undefined }>();
  const { confirm } = element;
  const choose = (entry?: Entry) => (isObject(confirm) ? ask({ entry }) : void dispatch(entry));
  const answer = (isSure: boolean) => {
    ask(undefined);
    if (isSure && asked !== undefined) void dispatch(asked.entry);
  };
  return (
    <>
      {element.type === 'button' ? (
        <Button element={element} onPress={() => choose()} />
      ) : element.type === 'overflow' ? (
        <Overflow element={element} onChoose={choose} />
      ) : (
        <Field element={element} block={block} onEntry={choose} label={wordsOf(element.placeholder)} />
      )}
      {asked !== undefined && isObject(confirm) && <Confirm confirm={confirm} onAnswer={answer} />}
    </>
  );
}

/** Tells the app what was pressed or chosen. */
export function useDispatch(element: JsonObject, block: JsonObject): (entry?: Entry) => Promise<void> {
  const act = useAct();
  const { address, entries } = useHolder();
  return async entry => {
    await act('click', {
      ...address,
      entries: entries(),
      blockId: textOf(block.block_id) ?? '',
      actionId: textOf(element.action_id) ?? '',
      ...(entry !== undefined && { choose: entry }),
    });
  };
}
