#!/usr/bin/env bash
# fast-check 4.10.2: the first string of unit 'binary' costs a second or more; each later one, next to nothing.
#
# One would guess that 'binary' (any code point, nothing to look up) is the cheapest unit. But a unit is a table of its
# characters, and the way back from a character to its number is a reverse map, filled at once: a million entries for binary,
# for the default unit ninety-five. Test runners that give each file a new worker pay it in each file. A unit of
# integers that are mapped to code points costs nothing.
#
# Source: lib/fast-check.js of the package, getOrCreateStringUnitInstance and indexToMappedConstantUnmapperFor (dangerous strings are cut into units to be shrunk).
# Seen on Node 20.20.2: default 2 ms, mapped integers 2 ms, binary 1,300 ms on an idle machine and 4,600 on a busy one; binary again 0.4 ms.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-check@4.10.2
cat >see.mjs <<'JS'
import fc from 'fast-check';

const first = make => {
  const from = performance.now();
  fc.sample(make(), { numRuns: 1, seed: 1 });
  return performance.now() - from;
};
const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map(code => String.fromCodePoint(code));
const times = {
  mapped: first(() => fc.string({ unit: codePoint })),
  default: first(() => fc.string()),
  binary: first(() => fc.string({ unit: 'binary' })),
  'binary, again': first(() => fc.string({ unit: 'binary' })),
};
for (const [unit, ms] of Object.entries(times)) console.log(`${unit}: ${ms.toFixed(1)} ms`);
if (times.binary < 20 * times.default || times['binary, again'] > times.binary / 20)
  throw new Error('The first binary string no longer costs many times what others cost.');
JS
node see.mjs
