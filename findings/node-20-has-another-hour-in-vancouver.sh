#!/usr/bin/env bash
# Node 20.20.2 and Node 24.21.0: one program, one instant, another hour.
#
# British Columbia and Alberta stay on summer time for good from November 2026, and Morocco changed its rules. Node 20 has reached its end
# with tzdata 2025c, so `Intl` there keeps the old rules for ever; newer releases have the new ones. ICU's data is inside
# the binary: what the system knows about time zones does not help. A calendar made by anybody up to date is an hour off on Node 20,
# silently, and only in winter.
#
# Source: process.versions.tz of both binaries, as printed below.
# Seen: Node 20 (2025c) says 09:00 in Vancouver, Node 24 says 10:00, of 2026-12-01T17:00:00Z.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
platform=$(node -p 'process.platform + "-" + process.arch')
cat >see.mjs <<'JS'
const hour = zone =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date('2026-12-01T17:00:00Z'));
console.log(['America/Vancouver', 'America/Edmonton', 'Europe/Madrid'].map(zone => `${zone} ${hour(zone)}`).join(', '));
JS
for version in 20.20.2 24.21.0; do
  npm install --silent --no-audit --no-fund --no-save --prefix "$version" "node-$platform@$version"
  node="$version/node_modules/node-$platform/bin/node"
  "$node" -p '`Node ${process.version}, tzdata ${process.versions.tz}`'
  "$node" see.mjs | tee "$version.txt"
done
grep -qx 'America/Vancouver 09:00, America/Edmonton 10:00, Europe/Madrid 18:00' 20.20.2.txt
grep -qx 'America/Vancouver 10:00, America/Edmonton 11:00, Europe/Madrid 18:00' 24.21.0.txt
