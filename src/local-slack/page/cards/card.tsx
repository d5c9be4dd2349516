import { asObjects, asString, isObject, type JsonObject } from '../../json.ts';
import type { ShownMessage } from '../../serving/contract.ts';
import { Link, useDateFormat } from '../block-kit/text.tsx';
import { useAct } from '../frame/page-context.ts';

interface CardProps {
  readonly card: JsonObject;
  readonly message: ShownMessage;
}

/** A work object below the link that it belongs to. Its title opens it beside the conversation. */
export function Card({ card, message: { channel, ts } }: CardProps) {
  const act = useAct();
  const place = { channel, ts, url: asString(card.app_unfurl_url) ?? '' };
  return (
    <section class="card" aria-label={`Card: ${titleOf(card)}`}>
      <p class="card-kind">{kindOf(card)}</p>
      <button type="button" class="card-title" onClick={() => void act('openCard', place)}>
        {titleOf(card)}
      </button>
      <CardFields card={card} />
      <CardButtons card={card} press={label => void act('pressCard', { ...place, label })} />
    </section>
  );
}

/** The fields of a work object, each with its label. */
export function CardFields({ card }: { readonly card: JsonObject }) {
  const { custom_fields: fields } = payloadOf(card);
  return (
    <dl class="card-fields">
      {asObjects(fields).map(field => (
        <div key={String(field.key)} class={field.long === true ? 'card-field-long' : 'card-field'}>
          <dt>{asString(field.label)}</dt>
          <dd>
            <FieldValue field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldValue({ field: { type, value } }: { readonly field: JsonObject }) {
  const format = useDateFormat();
  if (type === 'slack#/types/timestamp')
    return (
      <time>{format({ seconds: Number(value), format: '{date} {time}', fallback: String(value) })}</time>
    );
  return type === 'slack#/types/link' ? <Link url={String(value)} label={undefined} /> : String(value);
}

interface CardButtonsProps {
  readonly card: JsonObject;
  readonly press: (label: string) => void;
}

export function CardButtons({ card, press }: CardButtonsProps) {
  const { actions } = payloadOf(card);
  const { primary_actions: primary, overflow_actions: others } = isObject(actions) ? actions : {};
  const buttons = [...asObjects(primary), ...asObjects(others)];
  if (buttons.length === 0) return null;
  return (
    <div class="actions">
      {buttons.map(({ text, action_id: action, accessibility_label: says }) => (
        <button
          key={String(action)}
          type="button"
          class="button button-default"
          data-action={asString(action)}
          onClick={() => press(String(text))}
          {...(typeof says === 'string' && { 'aria-label': says })}
        >
          {String(text)}
        </button>
      ))}
    </div>
  );
}

export function titleOf(card: JsonObject): string {
  const { title } = attributesOf(card);
  return isObject(title) ? (asString(title.text) ?? '') : '';
}

/** `Talk · Harbour Cloud Days 2027` */
export function kindOf(card: JsonObject): string {
  const { display_type: type, product_name: product } = attributesOf(card);
  return [type, product].filter(part => part !== undefined).join(' · ');
}

function attributesOf(card: JsonObject): JsonObject {
  const { attributes } = payloadOf(card);
  return isObject(attributes) ? attributes : {};
}

function payloadOf({ entity_payload: payload }: JsonObject): JsonObject {
  return isObject(payload) ? payload : {};
}
