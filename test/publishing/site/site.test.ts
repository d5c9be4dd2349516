import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { createProgramme } from '../../../src/programme/programme.ts';
import { siteFiles } from '../../../src/publishing/site/site.ts';
import { conference, programme, speaker, talk } from '../../support/conference.ts';
import { hostileTalk } from '../../support/hostile.ts';

const slot = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:45:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};

const small = programme(
  [
    talk({
      level: 'Beginner',
      languages: ['en'],
      speakers: [speaker({ affiliation: 'Harbour Ltd' })],
      links: [
        { kind: 'slides', url: 'https://lighthouse.example/slides', title: 'Slides' },
        { kind: 'web', url: 'javascript:alert(1)', title: 'No' },
      ],
      slots: [slot],
    }),
    talk({
      id: 'coffee',
      kind: 'break',
      title: 'Coffee',
      speakers: [],
      slots: [{ ...slot, end: undefined }],
    }),
    talk({ id: 'tape', title: 'Tape ashore', speakers: [], track: undefined }),
  ],
  { url: 'https://lighthouse.example' },
);

test('a site has a page for each day and talk, lists, and texts for language models', () => {
  const files = siteFiles(small, 'search();');
  expect([...files.keys()]).toEqual([
    'index.html',
    'days/2027-05-11.html',
    'days/2027-05-11.md',
    'days/no-time.html',
    'days/no-time.md',
    'talks/storage-ceph-at-sea.html',
    'talks/tape.html',
    'speakers.html',
    'tracks.html',
    'rooms.html',
    'llms.txt',
    'search.js',
    'search-data.js',
  ]);
  expect(files.get('search.js')).toBe('search();');
  expect(siteFiles(small, 'search();')).toEqual(files);
});

test('a talk stands on its page as a whole', () => {
  const page = siteFiles(small, '').get('talks/storage-ceph-at-sea.html') ?? '';
  expect(page.slice(page.indexOf('<body>'))).toBe(`<body>
<header>
<nav aria-label="Site"><a href="../index.html">Programme</a> · <a href="../speakers.html">Speakers</a> · <a href="../tracks.html">Tracks</a> · <a href="../rooms.html">Rooms</a></nav>
<p class="conference" dir="auto">Lighthouse Days</p>
<h1><span dir="auto" lang="en">Ceph at sea</span></h1>
<p><a href="../days/2027-05-11.html">Tue 11 May</a> · <time datetime="2027-05-11T09:00:00+02:00">09:00</time>–<time datetime="2027-05-11T09:45:00+02:00">09:45</time> · <a href="../rooms.html#room-quay-hall"><bdi>Quay Hall</bdi></a></p>
<p><a href="../tracks.html#track-storage"><bdi>Storage</bdi></a> · <bdi>Beginner</bdi> · <bdi>English</bdi></p>
</header>
<main>
<section class="group text" aria-label="Abstract" lang="en"><p dir="auto">How a ferry line runs Ceph on board. In this session we show what broke.</p></section>
<section class="group text">
<h2 dir="auto"><a href="../speakers.html#speaker-ada-lund">Ada Lund</a></h2>
<p class="facts" dir="auto">Harbour Ltd</p>
<p dir="auto">Ada keeps the storage of a small harbour afloat.</p>
</section>
<section class="group text"><h2>Links</h2><ul><li><a href="https://lighthouse.example/slides" rel="nofollow"><bdi>Slides</bdi></a></li></ul></section>
</main>
<footer><a href="https://lighthouse.example/"><bdi>Lighthouse Days</bdi></a></footer>
</body>
</html>
`);
});

test('language models find the days', () => {
  const abroad = { ...small, conference: { ...small.conference, timeZone: '+02:00' } };
  expect(siteFiles(abroad, '').get('llms.txt')).toContain(' Times are in UTC+02:00.');
  expect(siteFiles(small, '').get('llms.txt')).toBe(`# Lighthouse Days

> The programme of Lighthouse Days: 2 talks, 1 speaker, 1 track, 1 room. Times are in Europe/Madrid.

Each day names its sessions by time, with room, track, speakers, a summary and a link to the whole talk.

## Days

- [Tuesday 11 May 2027](days/2027-05-11.md): 1 session, times in Europe/Madrid
- [Talks without a time](days/no-time.md): 1 talk

## Optional

- [Speakers](speakers.html): everybody who speaks, with their talks
- [Tracks](tracks.html): talks by track
- [Rooms](rooms.html): sessions by room
`);
});

test('no text of a file brings an element, an attribute or an address into a page', () => {
  const elements = new Set(
    'html head meta title style script body header nav main footer section div ul li h1 h2 h3 p a span bdi strong time form label input'.split(
      ' ',
    ),
  );
  const attributes = new Set(
    'lang charset name content http-equiv src defer class id aria-label aria-labelledby aria-live aria-describedby dir href rel datetime role hidden for type autocomplete spellcheck'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.uniqueArray(hostileTalk, { maxLength: 3, selector: ({ id }) => id }), talks => {
      for (const [name, text] of siteFiles(createProgramme(conference(), talks), '')) {
        if (!name.endsWith('.html')) continue;
        const strange: string[] = [];
        walk(parseDocument(text).children, node => {
          if (!elements.has(node.name)) strange.push(node.name);
          strange.push(...Object.keys(node.attribs).filter(each => !attributes.has(each)));
          const { href = '' } = node.attribs;
          if (!/^(?:https?:\/\/|(?:\.\.\/)?[a-z0-9/-]*\.?[a-z]*(?:#[a-z0-9-]+)?$)/.test(href))
            strange.push(href);
        });
        expect([name, strange]).toEqual([name, []]);
      }
    }),
    { numRuns: 20 },
  );
});

interface Element {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
}

function walk(nodes: ReturnType<typeof parseDocument>['children'], visit: (node: Element) => void): void {
  for (const node of nodes) {
    if (!('attribs' in node)) continue;
    visit(node);
    walk(node.children, visit);
  }
}
