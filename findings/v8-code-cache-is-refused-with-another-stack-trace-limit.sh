#!/usr/bin/env bash
# Node 20.20.2 and 24.21.0: a code cache is refused by a process with another length of stack traces, in 20 also with another
# memory limit.
#
# One would guess that flags that generate other code make a cache useless, and others not. V8 compares a hash of nearly all of
# its flags: a service on Node 20 that sets --max-old-space-size in NODE_OPTIONS compiles everything again at each start,
# without a word, beside a cache that was built without it. Node's own flags, such as --enable-source-maps, change nothing.
#
# Source: FlagList::Hash in V8's src/flags/flags.cc, checked by SerializedCodeData::SanityCheck.
# Seen: `cachedDataRejected` of a script whose cache a process without flags wrote.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
platform=$(node -p 'process.platform + "-" + process.arch')
cat >cache.cjs <<'JS'
const { readFileSync, writeFileSync } = require('node:fs');
const { Script } = require('node:vm');
const source = 'function answer() { return 42 }; answer()';
if (process.argv[2] === 'write') writeFileSync('cache', new Script(source).createCachedData());
else console.log(process.argv[2], new Script(source, { cachedData: readFileSync('cache') }).cachedDataRejected);
JS
for version in 20.20.2 24.21.0; do
  npm install --silent --no-audit --no-fund --no-save --prefix "$version" "node-$platform@$version"
  node="$version/node_modules/node-$platform/bin/node"
  "$node" cache.cjs write
  {
    "$node" cache.cjs 'no flags:'
    NODE_OPTIONS=--max-old-space-size=512 "$node" cache.cjs 'memory limit:'
    NODE_OPTIONS=--stack-trace-limit=50 "$node" cache.cjs 'stack traces:'
    NODE_OPTIONS=--enable-source-maps "$node" cache.cjs 'source maps:'
  } | tee "$version.txt"
done
diff 20.20.2.txt - <<'SEEN'
no flags: false
memory limit: true
stack traces: true
source maps: false
SEEN
diff 24.21.0.txt - <<'SEEN'
no flags: false
memory limit: false
stack traces: true
source maps: false
SEEN
