#!/usr/bin/env bash
# yaml 2.9.1: `logLevel: 'silent'` does not only keep warnings quiet. A stream of two documents is an error (MULTIPLE_DOCS)
# at every other level; at this one it is no error at all, and the second document is gone.
#
# One would guess that a log level decides what is printed, and that `errors` is the same at each level. So a program that wants no
# output on the console, and looks at `errors` itself, reads the first of two documents and believes that it has read the file.
# `parseAllDocuments` reads both.
#
# Source: dist/public-api.js of the package, parseDocument: the error for a further document is added unless the level is "silent".
# Seen on Node 20.20.2: silent has no errors and { a: 1 }; the default has MULTIPLE_DOCS.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1
cat >see.mjs <<'JS'
import { parse, parseAllDocuments, parseDocument } from 'yaml';

const stream = 'a: 1\n---\nb: 2\n';
const codes = options => parseDocument(stream, options).errors.map(({ code }) => code).join() || 'none';
console.log(`errors by default: ${codes()}`);
console.log(`errors if only errors are logged: ${codes({ logLevel: 'error' })}`);
console.log(`errors if silent: ${codes({ logLevel: 'silent' })}`);
console.log(`parse, silent: ${JSON.stringify(parse(stream, { logLevel: 'silent' }))}`);
console.log(`documents there are: ${parseAllDocuments(stream).length}`);
JS
node see.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
errors by default: MULTIPLE_DOCS
errors if only errors are logged: MULTIPLE_DOCS
errors if silent: none
parse, silent: {"a":1}
documents there are: 2
SEEN
