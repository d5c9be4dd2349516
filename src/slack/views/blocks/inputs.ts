import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { choosable } from '../../../conversation/digest/filters.ts';
import { shorten } from '../../../text/display.ts';

/** Slack's limit for the options of a menu or of a group in a menu, and for its groups. */
const OPTIONS = 100;
const LABEL_LENGTH = 75;

interface Field {
  readonly block: string;
  readonly action: string;
}

/** Slack's types have all elements as one union, so that `Omit` must be taken of each apart. */
type Element = types.InputBlock['element'];
type WithoutId<E> = E extends { action_id?: string } ? Omit<E, 'action_id'> : never;

export function inputBlock(
  { block, action }: Field,
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

/** A menu in which any number may be chosen; no block if there is nothing to choose from. */
export function multiSelect(
  field: Field,
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
  return [inputBlock(field, label, element, 'optional')];
}

export function option(label: string, value: string): types.PlainTextOption {
  return {
    text: { type: 'plain_text', text: shorten(label, LABEL_LENGTH) || 'No name', emoji: false },
    value,
  };
}

/** Slack's limit for the value of an option. */
const VALUE_LENGTH = 75;

/**
 * An id or a name as the value of an option. A long one (ids come from paths and other people's programs) is replaced by
 * its hash: the same name always has the same value, so it is found again.
 */
export function optionValue(name: string): string {
  if (name.length <= VALUE_LENGTH) return name;
  return `#${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

/** A long menu comes in groups: Slack takes a hundred groups of a hundred options. */
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
