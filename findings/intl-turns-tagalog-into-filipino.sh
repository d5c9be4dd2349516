#!/usr/bin/env bash
# Node 20.20.2 and 24.21.0: Intl.getCanonicalLocales does not only shorten three-letter codes. It changes languages.
#
# `deu` becomes `de`, so one would guess that each ISO 639-2 or 639-3 code becomes the two-letter code of the same language where there is
# one. But the table is CLDR's list of aliases: Tagalog (`tgl`, and even the two-letter `tl`) becomes Filipino, Moldavian becomes Romanian, Dari
# becomes Persian of Afghanistan (with a region that nobody wrote), while the bibliographic codes that libraries and video archives use
# (`ger`, `fre`, `cze`, `gre`) stay as they are, since BCP 47 does not know them: `ger` is not German.
#
# Source: unicode.org/reports/tr35, section "Canonical Unicode Locale Identifiers"; ECMA-402, CanonicalizeUnicodeLocaleId.
# Seen on both: see the table at the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
platform=$(node -p 'process.platform + "-" + process.arch')
cat >see.mjs <<'JS'
for (const code of ['deu', 'tgl', 'tl', 'mol', 'prs']) {
  const [known] = Intl.getCanonicalLocales(code);
  console.log(`${code} ${known} ${new Intl.DisplayNames('en', { type: 'language' }).of(known) }`);
}
JS
for version in 20.20.2 24.21.0; do
  npm install --silent --no-audit --no-fund --no-save --prefix "$version" "node-$platform@$version"
  "$version/node_modules/node-$platform/bin/node" see.mjs | tee "$version.txt"
  diff "$version.txt" - <<'SEEN'
deu de German
tgl fil Filipino
tl fil Filipino
mol ro Romanian
prs fa-AF Dari
SEEN
done
