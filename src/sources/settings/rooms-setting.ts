import { isMap, isScalar, type Node } from 'yaml';
import { z } from 'zod';
import type { RoomLinks } from '../../programme/conference.ts';
import { type Complain, describeUnknownName, offsetOf, settingName } from './setting.ts';

/** Each field's form, and what to say where it has another. */
const FIELDS = {
  channel: {
    schema: z.string().regex(/^[CG][A-Z0-9]{2,}$/),
    expected: 'should be the id of a channel such as "C0123456789"',
  },
  stream: {
    schema: z.url({ protocol: /^https?$/ }),
    expected: 'should be a web address that begins with https://',
  },
  workspace: {
    schema: z.string().regex(/^[TE][A-Z0-9]{2,}$/),
    expected: 'should be the id of a workspace such as "T0123456789"',
  },
} as const;

type Field = keyof typeof FIELDS;

/** The names of all settings of a room, each with a row in docs/conference-yml.md. */
export const ROOM_SETTINGS: readonly string[] = Object.keys(FIELDS);

const EXAMPLE = '"Quay Hall: { channel: C0123456789, stream: https://example.org/live }"';

/** The rooms of a `conference.yml`, each with its channel and stream. */
export function readRooms(value: unknown, at: number | undefined, complain: Complain): readonly RoomLinks[] {
  if (value === null || (isScalar(value) && value.value === null)) return [];
  if (!isMap(value)) {
    complain(at, `"rooms" should be lines such as ${EXAMPLE} below it; it was left out.`);
    return [];
  }
  return value.items.flatMap(item => readRoom(item, complain));
}

function readRoom(
  { key, value }: { readonly key: unknown; readonly value: unknown },
  complain: Complain,
): readonly RoomLinks[] {
  const room = settingName(key).trim();
  if (room === '' || !isMap(value)) {
    complain(offsetOf(key), `The room "${room}" should be a line such as ${EXAMPLE}; it was left out.`);
    return [];
  }
  const found: Partial<Record<Field, string>> = {};
  for (const { key: name, value: given } of value.items) {
    const field = settingName(name);
    if (!isField(field)) {
      complain(offsetOf(name), describeUnknownName(field, 'is not a setting of a room', ROOM_SETTINGS));
      continue;
    }
    const read = FIELDS[field].schema.safeParse(isScalar(given) ? given.value : undefined);
    if (read.success) found[field] = read.data;
    else complain(offsetOf(name), describeMistake(field, given as Node | null));
  }
  return [{ room, ...found }];
}

function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

function describeMistake(field: Field, given: Node | null): string {
  const { expected } = FIELDS[field];
  const written = isScalar(given) ? `"${given.source ?? String(given.value)}"` : 'a list or a group';
  return `"${field}" ${expected} and is ${written}. It was left out.`;
}
