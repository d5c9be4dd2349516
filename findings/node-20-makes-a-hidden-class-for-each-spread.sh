#!/usr/bin/env bash
# Node 20.20.2: an object that is spread and then gets a new field has a hidden class of its own; on Node 24.21.0 they share one.
#
# One would guess that `{ ...talk, guid }` makes objects of one shape. Node 20 makes a class for each of them, 300 bytes, and all
# code that reads them later takes the slow way. With the new field in front, or there before as undefined, they share one.
#
# Source: the V8 of Node 20, 11.3; seen in a heap snapshot as 58,000 DescriptorArrays for 28,000 talks.
# Seen: of 2,000 objects, those with the class of the one before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
platform=$(node -p 'process.platform + "-" + process.arch')
cat >see.mjs <<'JS'
function countAlike(make) {
  const all = Array.from({ length: 2000 }, (_, at) => make({ a: at, b: 2 }, at));
  return all.slice(1).filter((one, at) => %HaveSameMap(one, all[at])).length > 1000 ? 'most' : 'few';
}
console.log('field behind:', countAlike((one, at) => ({ ...one, c: at })));
console.log('field in front:', countAlike((one, at) => ({ c: at, ...one })));
console.log('field there before:', countAlike((one, at) => ({ ...one, a: at })));
JS
for version in 20.20.2 24.21.0; do
  npm install --silent --no-audit --no-fund --no-save --prefix "$version" "node-$platform@$version"
  "$version/node_modules/node-$platform/bin/node" --allow-natives-syntax see.mjs | tee "$version.txt"
done
diff 20.20.2.txt - <<'SEEN'
field behind: few
field in front: most
field there before: most
SEEN
diff 24.21.0.txt - <<'SEEN'
field behind: most
field in front: most
field there before: most
SEEN
