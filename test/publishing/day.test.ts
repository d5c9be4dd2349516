import { expect, test } from 'vitest';
import { createProgramme } from '../../src/programme/programme.ts';
import type { Slot, Talk } from '../../src/programme/talk.ts';
import { publishDay, publishTalks } from '../../src/publishing/day.ts';
import { dayHtml } from '../../src/publishing/day-html.ts';
import { dayMarkdown } from '../../src/publishing/day-markdown.ts';
import { talkAddresses } from '../../src/publishing/talk-address.ts';
import { GERMAN } from '../../src/words/de.ts';
import { ENGLISH } from '../../src/words/en.ts';
import { FRENCH } from '../../src/words/fr.ts';
import { conference, speaker, talk } from '../support/conference.ts';

const day = '2027-05-11';

function at(start: string, end: string | undefined, rooms: readonly string[]): Slot {
  const date = start < '05:00' ? '2027-05-12' : day;
  const moment = (time: string) => `${date}T${time}:00+02:00`;
  return { start: moment(start), end: end && moment(end), rooms, day };
}

const talks: readonly Talk[] = [
  talk({
    id: 'ropes',
    title: 'Rope exhibition',
    abstract: '',
    speakers: [],
    track: undefined,
    slots: [{ start: day, end: undefined, rooms: ['Foyer'], day, untimed: 'all day' }],
  }),
  talk({
    id: 'ceph',
    languages: ['en'],
    speakers: [speaker(), speaker({ id: 'tom', name: 'Tom <Okafor>' })],
    links: [{ kind: 'web', url: 'https://lighthouse.example/ceph_(1)', title: '' }],
    slots: [at('09:00', '09:45', ['Quay Hall', 'Loft'])],
  }),
  talk({
    id: 'coffee',
    kind: 'break',
    title: 'Coffee',
    abstract: 'Beans.',
    speakers: [],
    track: undefined,
    slots: [at('09:00', '09:15', [])],
  }),
  talk({
    id: 'gone',
    title: '*Fog*',
    abstract: '',
    status: 'cancelled',
    speakers: [],
    track: undefined,
    slots: [at('10:00', undefined, [])],
  }),
  talk({
    id: 'night',
    title: 'Night watch',
    abstract: '',
    speakers: [],
    track: undefined,
    slots: [at('01:30', '02:00', [])],
  }),
  talk({
    id: 'late',
    title: 'Late news',
    abstract: '',
    speakers: [],
    track: undefined,
    slots: [{ start: day, end: undefined, rooms: [], day, untimed: 'to come' }],
  }),
];
const of = conference({ url: 'https://lighthouse.example', dayStart: '05:00' });
const programme = createProgramme(of, talks);
const published = publishDay({ day, sessions: programme.sessions, number: 1, days: 2 }, of, ENGLISH);

test('a day in Markdown', () => {
  expect(dayMarkdown(published, talkAddresses(programme))).toBe(`# Tuesday 11 May 2027

Lighthouse Days: day 1 of 2 · 5 sessions, 1 of them cancelled · times in Europe/Madrid

## All day

### Rope exhibition

Foyer

## 09:00

### [Ceph at sea](https://lighthouse.example/ceph_%281%29)

09:00–09:45 · Quay Hall, Loft · Storage · Ada Lund, Tom \\<Okafor\\>

How a ferry line runs Ceph on board. In this session we show what broke.

09:00–09:15 · Coffee

## 10:00

### CANCELLED: \\*Fog\\*

10:00

## Wed 12 May, 01:30

### Night watch

01:30–02:00

## Time to come

### Late news
`);
});

test('a day as a page', () => {
  const page = dayHtml(published, talkAddresses(programme));
  const body = page.slice(page.indexOf('<body>'));
  expect(body).toBe(`<body>
<header>
<p class="conference" dir="auto">Lighthouse Days: day 1 of 2</p>
<h1>Tuesday 11 May 2027</h1>
<p>5 sessions, 1 of them cancelled · times in Europe/Madrid</p>
</header>
<main>
<section class="group" aria-labelledby="at-1">
<h2 id="at-1">All day</h2>
<ul>
<li><h3><span dir="auto">Rope exhibition</span></h3><p class="facts"><bdi>Foyer</bdi></p></li>
</ul>
</section>
<section class="group" aria-labelledby="at-2">
<h2 id="at-2"><time datetime="2027-05-11T09:00:00+02:00">09:00</time></h2>
<ul>
<li><h3><a href="https://lighthouse.example/ceph_(1)"><span dir="auto" lang="en">Ceph at sea</span></a></h3><p class="facts"><time datetime="2027-05-11T09:00:00+02:00">09:00</time>–<time datetime="2027-05-11T09:45:00+02:00">09:45</time> · <bdi>Quay Hall</bdi> · <bdi>Loft</bdi> · <bdi>Storage</bdi> · <bdi>Ada Lund, Tom &#60;Okafor&#62;</bdi></p><p dir="auto" lang="en">How a ferry line runs Ceph on board. In this session we show what broke.</p></li>
<li class="pause"><p class="title"><span dir="auto">Coffee</span></p><p class="facts"><time datetime="2027-05-11T09:00:00+02:00">09:00</time>–<time datetime="2027-05-11T09:15:00+02:00">09:15</time></p></li>
</ul>
</section>
<section class="group" aria-labelledby="at-3">
<h2 id="at-3"><time datetime="2027-05-11T10:00:00+02:00">10:00</time></h2>
<ul>
<li class="cancelled"><h3><strong>CANCELLED:</strong> <span dir="auto">*Fog*</span></h3><p class="facts"><time datetime="2027-05-11T10:00:00+02:00">10:00</time></p></li>
</ul>
</section>
<section class="group" aria-labelledby="at-4">
<h2 id="at-4"><time datetime="2027-05-12T01:30:00+02:00">Wed 12 May, 01:30</time></h2>
<ul>
<li><h3><span dir="auto">Night watch</span></h3><p class="facts"><time datetime="2027-05-12T01:30:00+02:00">01:30</time>–<time datetime="2027-05-12T02:00:00+02:00">02:00</time></p></li>
</ul>
</section>
<section class="group" aria-labelledby="at-5">
<h2 id="at-5">Time to come</h2>
<ul>
<li><h3><span dir="auto">Late news</span></h3></li>
</ul>
</section>
</main>
<footer><a href="https://lighthouse.example/"><bdi>Lighthouse Days</bdi></a></footer>
</body>
</html>
`);
});

test('an offset from UTC says that it is one, as in Slack', () => {
  const abroad = conference({ timeZone: '+02:00' });
  expect(publishDay({ day, sessions: [], number: 1, days: 1 }, abroad, ENGLISH).facts).toEqual([
    '0 sessions',
    'times in UTC+02:00',
  ]);
});

test('some talks of a conference without times', () => {
  const undated = conference({ name: undefined, timeZone: undefined });
  const markdown = dayMarkdown(
    publishTalks([talk()], { heading: 'Talks', fact: '1 talk' }, { conference: undated, words: ENGLISH }),
    () => undefined,
  );
  expect(markdown).toBe(`# Talks

The conference · 1 talk

### Ceph at sea

Storage · Ada Lund

How a ferry line runs Ceph on board. In this session we show what broke.
`);
});

test('a day in the language of its readers', () => {
  const german = publishDay({ day, sessions: programme.sessions, number: 1, days: 2 }, of, GERMAN);
  const lines = dayMarkdown(german, () => undefined).split('\n\n');
  expect(lines.filter(line => !line.startsWith('### ') || line.includes('Fog')).slice(0, 3)).toEqual([
    '# Dienstag, 11. Mai 2027',
    'Lighthouse Days: Tag 1 von 2 · 5 Programmpunkte, davon 1 abgesagt · Zeiten in Europe/Madrid',
    '## Ganztägig',
  ]);
  expect(dayHtml(german, () => undefined)).toContain('<html lang="de">');
});

test('the first of a month is an ordinal in French', () => {
  const first = publishDay({ day: '2027-09-01', sessions: [], number: 1, days: 1 }, conference(), FRENCH);
  expect(first.heading).toBe('mercredi 1er septembre 2027');
});
