import { firstWords } from './beginnings.ts';
import { isTalkWord } from './glue.ts';
import { type Constraint, type ConstraintReader, formsFrom } from './reading.ts';

function filter(name: 'type', value: string): readonly Constraint[] {
  return [{ kind: 'filter', name, value }];
}

const TYPES: Readonly<Record<string, string>> = {
  workshop: 'workshop',
  workshops: 'workshop',
  atelier: 'workshop',
  ateliers: 'workshop',
  taller: 'workshop',
  talleres: 'workshop',
  oficina: 'workshop',
  oficinas: 'workshop',
  werkstatt: 'workshop',
  keynote: 'keynote',
  keynotes: 'keynote',
  panel: 'panel',
  'panel discussion': 'panel',
  'panel discussions': 'panel',
  podiumsdiskussion: 'panel',
  podiumsdiskussionen: 'panel',
  'mesa redonda': 'panel',
  'table ronde': 'panel',
  panels: 'panel',
  podium: 'panel',
  tutorial: 'tutorial',
  tutorials: 'tutorial',
  'lightning talk': 'lightning',
  'lightning talks': 'lightning',
  poster: 'poster',
  posters: 'poster',
  bof: 'bof',
  bofs: 'bof',
};
const LENGTHS: Readonly<Record<string, string>> = {
  short: 'short',
  kurze: 'short',
  courtes: 'short',
  cortas: 'short',
  curtas: 'short',
  brevi: 'short',
  korte: 'short',
  quick: 'short',
  long: 'long',
  lange: 'long',
  longues: 'long',
  largas: 'long',
  longas: 'long',
  lunghi: 'long',
};
const BEFORE_TYPE = new Set(
  'the any all which what are there is a show me list other more welche gibt es alle die les des quels los las que os as de i le'.split(
    ' ',
  ),
);
const PLURAL = /s$/u;
const ABOUT = new Set(['about', 'on', 'uber', 'sur', 'sobre', 'su', 'over', 'zu', 'with']);

/** `workshops`, `workshops about ceph`, `keynotes`, `short talks`. */
const readType: ConstraintReader['read'] = (words, at) => {
  const pair = words.length > at + 1 ? formsFrom(words, at, 2) : '';
  const length = LENGTHS[words[at]?.form ?? ''];
  if (length !== undefined && isTalkWord(words[at + 1]?.form ?? '') && PLURAL.test(words[at + 1]?.form ?? ''))
    return { count: 2, constraints: filter('type', length), isSure: true };
  const ofPair = TYPES[pair];
  const count = ofPair === undefined ? 1 : 2;
  const form = ofPair === undefined ? (words[at]?.form ?? '') : pair;
  const type = TYPES[form];
  if (type === undefined || (at > 0 && !BEFORE_TYPE.has(words[at - 1]?.form ?? ''))) return undefined;
  const next = words[at + count]?.form ?? '';
  return {
    count,
    constraints: filter('type', type),
    isSure:
      PLURAL.test(form) && (ABOUT.has(next) || at + count === words.length) && (at === 0 || ABOUT.has(next)),
  };
};

export const typeReader: ConstraintReader = {
  begins: () => firstWords([...Object.keys(TYPES), ...Object.keys(LENGTHS)]),
  read: readType,
};
