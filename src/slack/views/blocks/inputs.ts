import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { choosable } from '../../../conversation/digest/filters.ts';
import { shorten } from '../../../text/shorten.ts';

/** What Slack takes in a menu, or in a group of one. */
const OPTIONS = 100;
const LABEL_LENGTH = 75;

interface Place {
  readonly block: string;
  readonly action: string;
}

/** Each kind of element has its own fields; Slack's types know them as one union. */
type Element = types.InputBlock['element'];
type WithoutId<E> = E extends { action_id?: string } ? Omit<E, 'action_id'> : never;

export function fieldOf(
  { block, action }: Place,
  label: string,
  element: WithoutId<Element>,
  optional?: 'optional',
): types.InputBlock {
  return {
    type: 'input',
    block_id: block,
    label: { type: 'plain_text', text: label, emoji: false },
    element: { ...element, action_id: action } as Element,
    ...(optional === undefined ? {} : { optional: true }),
  };
}

/** A menu of which any number may be chosen; none where there is nothing to choose from. */
export function manyOf(
  place: Place,
  label: string,
  of: {
    readonly names: readonly string[];
    readonly chosen: readonly string[];
    readonly labelOf?: (name: string) => string;
  },
): types.KnownBlock[] {
  const { labelOf = (name: string) => name } = of;
  const optionOf = (name: string) => option(labelOf(name), optionValue(name));
  const names = choosable(of.names);
  const initial = names.filter(name => of.chosen.includes(name)).slice(0, OPTIONS);
  if (names.length === 0) return [];
  const element: types.MultiStaticSelect = {
    type: 'multi_static_select',
    ...choices(names.map(optionOf)),
    ...(initial.length === 0 ? {} : { initial_options: initial.map(optionOf) }),
  };
  return [fieldOf(place, label, element, 'optional')];
}

/** A long menu comes in groups, for Slack takes a hundred of a hundred. */
function choices(
  options: types.PlainTextOption[],
): Pick<types.MultiStaticSelect, 'options' | 'option_groups'> {
  if (options.length <= OPTIONS) return { options };
  const groups = Array.from({ length: Math.ceil(options.length / OPTIONS) }, (_, index) => {
    const those = options.slice(index * OPTIONS, (index + 1) * OPTIONS);
    const from = index * OPTIONS + 1;
    return {
      label: { type: 'plain_text' as const, text: `${from} to ${from + those.length - 1}`, emoji: false },
      options: those,
    };
  });
  return { option_groups: groups.slice(0, OPTIONS) };
}

export function option(label: string, value: string): types.PlainTextOption {
  return {
    text: { type: 'plain_text', text: shorten(label, LABEL_LENGTH) || 'No name', emoji: false },
    value,
  };
}

/** What Slack takes as the value of an option. */
const VALUE_LENGTH = 75;

/**
 * Stands for an id or a name as the value of an option. Ids come from paths and other people's programs; in the place
 * of a long one stands what is made of it alone, so that it is found again.
 */
export function optionValue(name: string): string {
  if (name.length <= VALUE_LENGTH) return name;
  return `#${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}
