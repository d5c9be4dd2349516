import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { asObjects, asString, isObject, type JsonObject } from '../../json.ts';
import type { FieldEntry } from '../../state/form-values.ts';
import { Element, useDispatch } from './element.tsx';
import { Field } from './field.tsx';
import { useHolder } from './form.ts';
import { RichText } from './rich-text.tsx';
import { plainTextOf, TextObject } from './text.tsx';

/** Blocks as Slack draws them, but only those that Lectern uses. */
export function Blocks({ blocks }: { readonly blocks: readonly JsonObject[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => (
        <Block key={asString(block.block_id) ?? index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: JsonObject }): VNode {
  switch (block.type) {
    case 'header':
      return (
        <h3 class="header">
          <TextObject text={block.text} />
        </h3>
      );
    case 'section':
      return <Section block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
      return <Actions block={block} />;
    case 'input':
      return <Input block={block} />;
    case 'divider':
      return <hr />;
    case 'alert':
      return (
        <p class={`alert alert-${asString(block.level) ?? 'default'}`}>
          <TextObject text={block.text} />
        </p>
      );
    case 'image':
      return <Image image={block} />;
    default:
      return <pre class="unknown-block">{JSON.stringify(block, null, 2)}</pre>;
  }
}

function Section({ block }: { readonly block: JsonObject }) {
  const { accessory } = block;
  const fields = asObjects(block.fields);
  return (
    <div class="section">
      <div class="section-text">
        {block.text !== undefined && (
          <p>
            <TextObject text={block.text} />
          </p>
        )}
        {fields.length > 0 && (
          <div class="section-fields">
            {fields.map((field, index) => (
              <p key={index}>
                <TextObject text={field} />
              </p>
            ))}
          </div>
        )}
      </div>
      {isObject(accessory) && <AnyElement element={accessory} block={block} />}
    </div>
  );
}

function Actions({ block }: { readonly block: JsonObject }) {
  return (
    <div class="actions">
      {asObjects(block.elements).map((element, index) => (
        <AnyElement key={asString(element.action_id) ?? index} element={element} block={block} />
      ))}
    </div>
  );
}

function Context({ block }: { readonly block: JsonObject }) {
  return (
    <div class="context">
      {asObjects(block.elements).map((element, index) =>
        element.type === 'image' ? (
          <Image key={index} image={element} />
        ) : (
          <span key={index}>
            <TextObject text={element} />
          </span>
        ),
      )}
    </div>
  );
}

function AnyElement({ element, block }: { readonly element: JsonObject; readonly block: JsonObject }) {
  return element.type === 'image' ? <Image image={element} /> : <Element element={element} block={block} />;
}

/** The page fetches nothing from outside, so it shows a picture's text instead. */
function Image({ image }: { readonly image: JsonObject }) {
  const label = asString(image.alt_text) ?? '';
  return (
    <span class="image" role="img" aria-label={label} title={asString(image.image_url) ?? label}>
      {label}
    </span>
  );
}

/** A field of a form with its label, its hint and its error. */
function Input({ block }: { readonly block: JsonObject }) {
  const id = useId();
  const { enter, errors } = useHolder();
  const element = isObject(block.element) ? block.element : {};
  const blockId = asString(block.block_id) ?? '';
  const dispatch = useDispatch(element, block);
  const error = errors[blockId];
  const take = (entry: FieldEntry) => {
    enter(blockId, entry);
    if (block.dispatch_action === true && element.type !== 'plain_text_input') void dispatch(entry);
  };
  const hint = plainTextOf(block.hint);
  return (
    <div class={`input${error === undefined ? '' : ' input-wrong'}`}>
      <label class="input-label" id={`${id}-label`} for={id}>
        {plainTextOf(block.label)}
        {block.optional === true && <span class="optional"> (optional)</span>}
      </label>
      <Field
        element={element}
        block={block}
        id={id}
        onEntry={take}
        {...(block.dispatch_action === true && { onEnter: dispatch })}
        isWrong={error !== undefined}
      />
      {error !== undefined && (
        <p class="input-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint !== '' && <p class="input-hint">{hint}</p>}
    </div>
  );
}
