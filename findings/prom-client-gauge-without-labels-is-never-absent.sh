#!/usr/bin/env bash
# prom-client 15.1.3: a Gauge without labels is never absent. It says 0 from its birth, and `reset()` sets it to 0; only `remove()` takes it away.
#
# One would guess that a gauge that was never set, or was reset, is not exported, as one with labels is not: those vanish at `reset()`.
# An age or a lag of 0 seconds looks like perfect health, so an alert on "value too high" stays silent exactly when nothing is known.
# Calling `remove()` without arguments in `collect` makes the sample absent until the next `set`, and `absent()` in an alert sees it.
#
# Source: lib/gauge.js of the package, reset() and remove(); the same in its Counter.
# Seen on Node 20.20.2:
#   never set: "age 0" / set and reset: "age 0" / removed: "" / with labels, reset: ""
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund prom-client@15.1.3
cat >see.mjs <<'JS'
import prom from 'prom-client';

const registry = new prom.Registry();
const age = new prom.Gauge({ name: 'age', help: 'h', registers: [registry] });
const lag = new prom.Gauge({ name: 'lag', help: 'h', labelNames: ['of'], registers: [registry] });
const samples = async name => (await registry.getSingleMetricAsString(name)).split('\n').filter(line => !line.startsWith('#') && line !== '').join('\n');

const seen = [await samples('age')];
age.set(7);
age.reset();
seen.push(await samples('age'));
age.remove();
seen.push(await samples('age'));
lag.set({ of: 'a' }, 7);
lag.reset();
seen.push(await samples('lag'));
console.log(`never set: "${seen[0]}" / set and reset: "${seen[1]}" / removed: "${seen[2]}" / with labels, reset: "${seen[3]}"`);
if (JSON.stringify(seen) !== '["age 0","age 0","",""]') throw new Error('Another behaviour.');
JS
node see.mjs
