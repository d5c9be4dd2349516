/** The elements of a schedule.xml that hold text, and those that hold elements. */
const TEXTS = `abstract attachment acronym biography description end extended_biography feedback_url
  generator language license link optout origin_url person public_name recording_license slug start subtitle
  time_zone_name title track type url version video_download_url`.split(/\s+/);
const CONTAINERS =
  `attachments color conference date day day_change days do_not_record do_not_stream duration event links
  logo persons recording room schedule timeslot_duration tracks base_url`.split(/\s+/);
const TEXT_NAMES: ReadonlySet<string> = new Set(TEXTS);
const NAMES = [...TEXTS, ...CONTAINERS].join('|');
/** A tag that schedules do not have, mostly HTML that nobody escaped, or a sign that begins no tag: `a < b`. */
const FOREIGN_TAG = new RegExp(String.raw`<(?:(?!/?(?:${NAMES})[\s/>])/?[a-z]|(?![/!?a-z]))`, 'i');
const TAG = new RegExp(String.raw`<!\[CDATA\[|<!--|<(/?)(${NAMES})(?=[\s/>])[^<>]*?(/?)>`, 'g');

/**
 * Escapes HTML that stands in the texts of a schedule as elements: then an XML parser takes the whole of a text as text,
 * in its order and with its spaces, as if the writer had escaped it. Comments and CDATA are left as they are, and so is a
 * text without its end.
 */
export function escapeInlineHtml(xml: string): string {
  if (!FOREIGN_TAG.test(xml)) return xml;
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end } of listTexts(xml)) {
    const inner = xml.slice(start, end);
    if (!FOREIGN_TAG.test(inner)) continue;
    pieces.push(xml.slice(copied, start), escapeTags(inner));
    copied = end;
  }
  return pieces.join('') + xml.slice(copied);
}

/** Finds the inside of each element that holds text: what is between its tag and the next tag of a schedule, its own end. */
function* listTexts(xml: string): Generator<{ readonly start: number; readonly end: number }> {
  let open: { readonly name: string; readonly start: number } | undefined;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(xml); tag !== null; tag = TAG.exec(xml)) {
    const [whole, isEnd, name = '', isEmpty] = tag;
    if (whole.startsWith('<!')) {
      const end = xml.indexOf(whole === '<!--' ? '-->' : ']]>', TAG.lastIndex);
      if (end < 0) return;
      TAG.lastIndex = end;
    } else if (isEnd) {
      if (open?.name === name) yield { start: open.start, end: tag.index };
      open = undefined;
    } else if (!isEmpty) open = TEXT_NAMES.has(name) ? { name, start: TAG.lastIndex } : undefined;
  }
}

function escapeTags(inner: string): string {
  return inner
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->)/)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    .join('');
}
