#!/usr/bin/env bash
# Node 20.20.2 and 24.21.0: Intl.Segmenter ends a sentence inside ".NET".
#
# One would guess that a full stop ends a sentence only behind a word. UAX #29 does not look at what is in front of a stop, only at what follows:
# a stop directly before a capital letter ends the sentence unless the letter in front of it is one, too. So ".NET" after a space is cut behind
# its stop, "ASP.NET" is not, and ".npmrc" is not either, because its letter is small.
#
# Source: unicode.org/reports/tr29, rules SB6 to SB11.
# Seen on both: "We use .", "NET at work."
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
platform=$(node -p 'process.platform + "-" + process.arch')
cat >see.mjs <<'JS'
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
for (const text of ['We use .NET at work.', 'We use ASP.NET at work.', 'We wrote .npmrc at work.'])
  console.log([...segmenter.segment(text)].map(({ segment }) => `[${segment}]`).join(''));
JS
for version in 20.20.2 24.21.0; do
  npm install --silent --no-audit --no-fund --no-save --prefix "$version" "node-$platform@$version"
  "$version/node_modules/node-$platform/bin/node" see.mjs | tee "$version.txt"
  diff "$version.txt" - <<'SEEN'
[We use .][NET at work.]
[We use ASP.NET at work.]
[We wrote .npmrc at work.]
SEEN
done
