import { Markup } from './html.ts';

/** The look of a page: by the system light or dark, on a phone one column, on paper black on white. */
export const STYLE = new Markup(`
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #fff; --link: #0b57a4 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --soft: #a4adb8; --line: #3a424c; --paper: #15181c; --link: #86b9f5 }
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 50rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2 }
h2 { margin: 0; font-size: 1.125em; line-height: 1.3 }
h3 { margin: 0; font-size: 1em }
p { margin: 0 }
a { color: var(--link) }
ul { margin: 0; padding: 0; list-style: none }
li + li { margin-top: .875rem }
header { padding-bottom: 1rem }
.conference { font-weight: 600 }
header p, .facts, footer { color: var(--soft) }
.group { padding: .875rem 0; border-top: 1px solid var(--line) }
.group h2 { margin-bottom: .5rem }
.pause .title { color: var(--soft) }
.cancelled h3 span, .cancelled .title span { text-decoration: line-through }
nav { padding-bottom: .75rem }
.entry { padding: .625rem 0; border-top: 1px solid var(--line) }
.text p + p { margin-top: .75rem }
.text p { white-space: pre-line }
form { padding-top: .75rem }
label { display: block; font-weight: 600; color: var(--ink) }
input { width: 100%; padding: .5rem .625rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: .375rem }
mark { color: inherit; background: none; font-weight: 700; text-decoration: underline }
#found:not(:empty) { padding-bottom: 1rem }
footer { padding-top: 1rem; border-top: 1px solid var(--line) }
@media (min-width: 40rem), print {
  section.group:not(.text) { display: grid; grid-template-columns: 6.5rem 1fr }
  .group h2 { margin: 0; padding-right: .75rem }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; --paper: #fff; --link: #000 }
  @page { size: A4; margin: 14mm }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.3 }
  h1 { font-size: 16pt }
  a { text-decoration: none }
  li { break-inside: avoid }
  h2 { break-after: avoid }
  .group { padding: 2mm 0 }
  li + li { margin-top: 1.5mm }
}
`);
