#!/usr/bin/env bash
# fast-xml-parser 5.12.1: `<a>one <![CDATA[two]]> three</a>` is read as "onetwothree", and so is text around child elements.
#
# The documentation says that `trimValues`, which is on by default, trims "string values of an attribute or node". What is
# trimmed is each piece of text before the pieces of a node are joined, so that words around CDATA or an element
# run into each other (not around a comment), and nothing tells where. In a CDATA section itself spaces stay. A schedule whose abstracts mix plain
# text and CDATA, as some content systems write them, is read with words that nobody can search for. `trimValues: false`
# keeps all of it; then the line breaks between elements are text, too.
#
# Source: src/xmlparser/OrderedObjParser.js, `parseTextData`, which trims before `saveTextToParentTag` joins.
# Seen on Node 20.20.2: "onetwothree" and { b: '', '#text': 'onetwo' }; without trimming "one two three".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-xml-parser@5.12.1
cat >see.mjs <<'JS'
import { XMLParser } from 'fast-xml-parser';

const texts = ['<a>one <![CDATA[two]]> three</a>', '<a>one <!-- and --> two</a>', '<a>one <b/> two</a>'];
const [trimmed, whole] = [true, false].map(trimValues => texts.map(text => new XMLParser({ trimValues }).parse(text).a));
console.log('as it is by default:', JSON.stringify(trimmed));
console.log('trimValues: false:  ', JSON.stringify(whole));
if (trimmed[0] !== 'onetwothree' || trimmed[2]['#text'] !== 'onetwo' || whole[0] !== 'one two three')
  throw new Error('fast-xml-parser no longer does this.');
JS
node see.mjs
