#!/usr/bin/env bash
# htmlparser2 10.1.0 in xmlMode: `<room/>` is closed "by implication", as if its end tag were missing; `<room></room>` is not.
#
# The second argument of `onclosetag` says whether the end was implied, and one would guess that it tells a file that broke off
# from a whole one: in XML nothing may be implied. It is true at each self-closing tag as well, which is the usual way to write an
# empty element. A reader that takes it for a missing end warns about most whole files. A missing end is told apart by its place:
# `parser.endIndex` is the same at the opening and the closing of `<room/>`, and the end of the document at one that is missing.
#
# Source: dist/esm/Parser.js of the package, onselfclosingtag -> closeCurrentTag(false) -> onclosetag(name, true).
# Seen on Node 20.20.2:
#   <day><room/></day> room: implied true, closed where it opened true; day: implied false, closed where it opened false
#   <day><room></room></day> room: implied false, closed where it opened false; day: implied false, closed where it opened false
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund htmlparser2@10.1.0
cat >see.mjs <<'JS'
import { Parser } from 'htmlparser2';

function ends(xml) {
  const seen = [];
  const opened = new Map();
  const parser = new Parser(
    {
      onopentag: name => opened.set(name, parser.endIndex),
      onclosetag: (name, implied) => seen.push({ name, implied, inPlace: opened.get(name) === parser.endIndex }),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  console.log(xml, seen.map(({ name, implied, inPlace }) => `${name}: implied ${implied}, closed where it opened ${inPlace}`).join('; '));
  return JSON.stringify(seen.map(({ name, implied, inPlace }) => [name, implied, inPlace]));
}

const short = ends('<day><room/></day>');
const long = ends('<day><room></room></day>');
if (short !== '[["room",true,true],["day",false,false]]' || long !== '[["room",false,false],["day",false,false]]')
  throw new Error('Self-closed elements are no longer called implied.');
JS
node see.mjs
