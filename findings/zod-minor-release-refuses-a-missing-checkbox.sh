#!/usr/bin/env bash
# zod 4.4.0 and later (seen with 4.6.7): a form without a ticked checkbox is refused where 4.3.6 reads it as `false`.
#
# One would guess that an upgrade within 4.x leaves `z.object({ news: z.coerce.boolean() })` alone: coercion takes `undefined`
# for `false`, and an HTML form leaves an unticked box out. From 4.4.0 on an object asks whether a key is there before its schema
# is asked at all, also for `z.coerce.*`, `z.any()` and `z.unknown()`, which take every value. A key that is there and undefined
# still passes, so the same data passes as an object literal and fails once it went through JSON. `.optional()` or
# `.default(false)` around the schema lets the key be absent; with `.optional()` the result is undefined then, not `false`.
#
# Source: https://github.com/colinhacks/zod/pull/6388 (documented in August 2026, in force since 4.4.0).
# Seen on Node 20.20.2:
#   4.3.6 absent: {"news":false}   undefined: {"news":false}   any: taken   default: {"news":false}   optional: {}
#   4.6.7 absent: refused   undefined: {"news":false}   any: refused   default: {"news":false}   optional: {}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund before@npm:zod@4.3.6 after@npm:zod@4.6.7
cat >see.mjs <<'JS'
import { z as before } from 'before';
import { z as after } from 'after';

function see(version, z) {
  const read = (news, form) => {
    const { success, data } = z.object({ news }).safeParse(form);
    return success ? JSON.stringify(data) : 'refused';
  };
  const seen = {
    absent: read(z.coerce.boolean(), {}),
    undefined: read(z.coerce.boolean(), { news: undefined }),
    any: read(z.any(), {}) === 'refused' ? 'refused' : 'taken',
    default: read(z.coerce.boolean().default(false), {}),
    optional: read(z.coerce.boolean().optional(), {}),
  };
  console.log(version, Object.entries(seen).map(([what, result]) => `${what}: ${result}`).join('   '));
  return JSON.stringify(seen);
}

const off = '{"news":false}';
const same = { undefined: off, any: undefined, default: off, optional: '{}' };
const expected = (absent, any) => JSON.stringify({ absent, ...same, any });
if (see('4.3.6', before) !== expected(off, 'taken') || see('4.6.7', after) !== expected('refused', 'refused'))
  throw new Error('The two releases no longer differ as described.');
JS
node see.mjs
