/** Lines that are hard to read, the same ones each time: 3,000 characters of one kind of piece, or of several. */
export function hostileLines(count: number, length = 3000): readonly string[] {
  const random = seededRandom(20_270_511);
  return Array.from({ length: count }, (_, number) => {
    const kind = KINDS[number % KINDS.length] ?? [];
    const pieces = number % 3 === 0 ? kind : [...kind, ...(KINDS[Math.floor(random() * KINDS.length)] ?? [])];
    const gap = random() < 0.2 ? '' : ' ';
    let line = '';
    while (line.length < length) line += (pieces[Math.floor(random() * pieces.length)] ?? '') + gap;
    return line.slice(0, length);
  });
}

const KINDS: readonly (readonly string[])[] = [
  ['a'.repeat(3000), 'internationalisation'.repeat(20), 'x-'.repeat(50)],
  ['1', '12', '2027', '14:00', '12.5.', '9-11', '31/12/2027', '3.11'],
  ['-', '--', '...', ',', ';', '|', '/', '–', '·', '?', '!', '?!'],
  ['"', '“', '”', "'", '«', '»', '„', '‘', '"ceph', 'ceph"'],
  ['not', 'without', 'but', 'not not', 'ohne', 'sans', 'sin', 'but not', 'except', 'other than', 'ceph'],
  ['@:', '#:', '@#:', ':', '::', 'track:', 'room:', '-day:', 'by:', 'x:y', 'in:"', '@quay', '#storage'],
  [
    'today',
    'tomorrow',
    'morgen',
    'demain',
    'hoy',
    'amanhã',
    'oggi',
    'vandaag',
    '明日',
    'wed',
    '12 May',
    'day 2',
  ],
  [
    'after',
    'before',
    'from',
    'to',
    'at',
    'nach',
    'bis',
    'entre',
    'y',
    'half past',
    'quarter to',
    'in 10 minutes',
  ],
  [
    'ceph明日storage今日何をやって',
    '明日',
    'ありますか',
    'プログラム',
    '发表',
    'กขค',
    '한국어',
    'ß',
    'ﬁ',
    'é́́́',
    '👍',
    '\u200b',
  ],
  ['next', 'last', 'first', 'now', 'jetzt', 'prochain', 'siguiente', 'próximo', 'prossimo', 'volgende', '次'],
  ['the', 'in', 'of', 'de', 'la', 'den', 'op', 'il', 'o', 'a', 'what', 'where is', 'talks about'],
  ['https://example.org/a/b?c=d#e', '<https://a.example/x|y>', 'mailto:a@b.example', 'www.a.example/', '://'],
  ['\t', '\n', '  ', '\u3000', '\u00a0', 'are', 'is', 'there', 'please', 'show me', 'all', '.'],
  [
    'quay',
    'hall',
    'quay hall',
    'net loft',
    'lighthouse',
    'storage track',
    'german talks',
    'workshops',
    'speaker',
  ],
];

/** Numbers from 0 to 1, by the generator of Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
