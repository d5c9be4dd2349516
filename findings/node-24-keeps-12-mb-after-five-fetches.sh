#!/usr/bin/env bash
# Node 24.21.0 (22.21.1 too): the fifth small answer that fetch gets costs 12 MB, for good, whatever it says.
#
# fetch parses HTTP in WebAssembly. V8 first compiles that quickly, and optimizes it on another thread once it has used up a
# budget, which a few answers do. A service that calls one small API a few times after its start grows by a sixth, which
# looks like a leak. The budget is a flag of V8, --wasm-tiering-budget.
#
# Source: V8's src/flags/flag-definitions.h (wasm_tiering_budget), undici's lib/llhttp.
# Seen: resident memory of 66 MB after two answers, 80 MB after ten, 68 MB after ten with a budget that is never used up.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
platform=$(node -p 'process.platform + "-" + process.arch')
cat >see.mjs <<'JS'
import { createServer } from 'node:http';
const server = createServer((_, response) => response.end('{"ok":true}')).listen(0, '127.0.0.1');
await new Promise(resolve => server.once('listening', resolve));
for (let call = 0; call < Number(process.argv[2]); call += 1)
  await (await fetch(`http://127.0.0.1:${server.address().port}/`)).text();
await new Promise(resolve => setTimeout(resolve, 1000));
console.log(Math.round(process.memoryUsage().rss / 1e6));
server.closeAllConnections();
server.close();
JS
npm install --silent --no-audit --no-fund --no-save "node-$platform@24.21.0"
node="node_modules/node-$platform/bin/node"
median() { for _ in 1 2 3 4 5; do "$node" "$@"; done | sort -n | sed -n 3p; }
two=$(median see.mjs 2)
ten=$(median see.mjs 10)
never=$(median --wasm-tiering-budget=1000000000 see.mjs 10)
echo "2 answers: $two MB; 10 answers: $ten MB; 10 answers without optimizing: $never MB"
((ten - two >= 8))
((ten - never >= 8))
