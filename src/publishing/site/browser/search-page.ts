import { formatSlot } from '../../../programme/moment.ts';
import { createProgramme } from '../../../programme/programme.ts';
import { speakerNames, type Talk } from '../../../programme/talk.ts';
import { find } from '../../../search/find.ts';
import { indexProgramme } from '../../../search/index/index-programme.ts';
import type { QueryWords, SearchResult } from '../../../search/search-result.ts';
import { highlight } from '../../../search/summary/highlight.ts';
import { summarise } from '../../../search/summary/summarise.ts';
import { pluralise } from '../../../text/display.ts';
import { editDistance } from '../../../text/edit-distance.ts';
import { fold } from '../../../text/fold.ts';
import { type NamedPage, pagesNamed } from '../pages-named.ts';
import type { SearchData } from '../search-data.ts';

/** Searches the site's programme by the index with which Lectern answers in Slack. */

const SHOWN = 30;
const SUMMARY_LENGTH = 200;

const form = document.querySelector<HTMLFormElement>('#search');
const input = document.querySelector<HTMLInputElement>('#words');
const found = document.querySelector<HTMLElement>('#found');

interface Search {
  readonly find: (typed: string) => SearchResult;
  readonly pageOf: (talk: Talk) => string;
  readonly named: readonly NamedPage[];
}

let search: Promise<Search> | undefined;

/** Loads the programme when somebody first searches: most only look. */
function loadSearch(): Promise<Search> {
  search ??= new Promise<Search>((resolve, reject) => {
    Object.assign(globalThis, {
      lecternSearch: ({ conference, talks, pages, named }: SearchData) => {
        const programme = createProgramme(conference, talks);
        const index = indexProgramme(programme);
        const pageByTalk = new Map(talks.map((talk, place) => [talk, pages[place] ?? '']));
        resolve({
          find: typed => find(index, typed, { limit: SHOWN }),
          pageOf: talk => pageByTalk.get(talk) ?? '',
          named,
        });
      },
    });
    const script = document.createElement('script');
    script.src = 'search-data.js';
    script.addEventListener('error', () => reject(new Error('search-data.js cannot be loaded.')));
    document.head.append(script);
  });
  return search;
}

async function show(): Promise<void> {
  if (input === null || found === null) return;
  const typed = input.value.trim();
  history.replaceState(null, '', typed === '' ? location.pathname : `#q=${encodeURIComponent(typed)}`);
  if (typed === '') {
    found.replaceChildren();
    return;
  }
  try {
    const { find: findTyped, pageOf, named } = await loadSearch();
    // While it loaded, more may have been typed.
    if (input.value.trim() !== typed) return;
    const pages = pagesNamed(typed, named, new Date().toISOString().slice(0, 10));
    found.replaceChildren(
      ...pageElements(pages),
      ...resultElements(findTyped(typed), { typed, pages, pageOf }),
    );
  } catch (error) {
    found.replaceChildren(element('p', `The search does not work: ${String(error)}`));
  }
}

function pageElements(pages: readonly NamedPage[]): readonly HTMLElement[] {
  if (pages.length === 0) return [];
  const list = document.createElement('ul');
  list.append(
    ...pages.map(({ name, place }) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')];
      link.href = place;
      link.textContent = name;
      item.append(link);
      return item;
    }),
  );
  return [element('h2', pluralise(pages.length, 'page')), list];
}

interface Shown extends Pick<Search, 'pageOf'> {
  readonly typed: string;
  readonly pages: readonly NamedPage[];
}

function resultElements(result: SearchResult, { typed, pages, pageOf }: Shown): readonly HTMLElement[] {
  const { total, talks, words, notes, nearest } = result;
  if (total === 0 && pages.length > 0) return [];
  const likely = nearest.filter(query => isNearTo(typed, query));
  const hint = likely.length === 0 ? '' : ` Perhaps: ${likely.join(', ')}.`;
  const more = total > talks.length ? `, the best ${Math.min(SHOWN, talks.length)}` : '';
  const list = document.createElement('ul');
  list.append(...talks.slice(0, SHOWN).map(talk => talkElement(talk, words, pageOf)));
  return [
    element('h2', total === 0 ? `Nothing matches.${hint}` : `${pluralise(total, 'talk')}${more}`),
    ...(result.correction === undefined ? [] : [element('p', `Searched for: ${result.correction}`)]),
    ...notes.map(note => element('p', note)),
    list,
  ];
}

/** Whether each word of a query is one that was typed, or much like one: the index has a nearest word for any. */
function isNearTo(typed: string, query: string): boolean {
  const words = fold(typed).split(/\s+/);
  const isLike = (word: string) =>
    words.some(each => each === word || (each.length >= 5 && editDistance(each, word, 2) <= 2));
  return fold(query).split(/\s+/).every(isLike);
}

function talkElement(talk: Talk, words: QueryWords, pageOf: Search['pageOf']): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = pageOf(talk);
  link.append(...marked(talk.title, words));
  const heading = document.createElement('h3');
  heading.append(talk.status === 'cancelled' ? 'Cancelled: ' : '', link);
  const [slot] = talk.slots;
  const facts = [
    slot === undefined ? '' : formatSlot(slot),
    slot?.rooms.join(', ') ?? '',
    speakerNames(talk),
  ];
  const summary = document.createElement('p');
  summary.append(...marked(summarise(talk.abstract, { words, length: SUMMARY_LENGTH }), words));
  const line = element('p', facts.filter(fact => fact !== '').join(' · '));
  line.className = 'facts';
  item.append(heading, line, summary);
  return item;
}

/** Texts are put in as texts, so that none of them is ever HTML. */
function marked(text: string, words: QueryWords): readonly (string | HTMLElement)[] {
  return highlight(text, words).map(({ text: piece, strong }) => (strong ? element('mark', piece) : piece));
}

function element(name: 'h2' | 'mark' | 'p', text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

if (form !== null && input !== null) {
  form.hidden = false;
  form.addEventListener('submit', event => event.preventDefault());
  input.addEventListener('focus', () => void loadSearch().catch(() => {}));
  input.addEventListener('input', () => void show());
  const asked = /^#q=(.*)$/.exec(location.hash)?.[1];
  if (asked !== undefined) {
    input.value = decodeURIComponent(asked);
    void show();
  }
}
