import type { Programme } from '../programme/programme.ts';
import { isGlue, isTalkWord } from './constraints/glue.ts';
import type { Lexicon } from './constraints/lexicon.ts';
import type { TypedWord } from './constraints/typed-words.ts';

/** Things of the day and the venue that people ask about, folded, in the languages in which they type. */
const PRACTICAL: ReadonlySet<string> = new Set(
  `lunch dinner breakfast food snack snacks coffee tea drinks beer water catering buffet vegan vegetarian gluten halal kosher meal meals eat eating restaurant restaurants
  essen mittagessen mittag abendessen fruhstuck kaffee getranke verpflegung dejeuner diner repas cafe almuerzo cena comida desayuno almoco jantar
  pranzo colazione koffie eten
  wifi wi-fi wlan internet password passwort ssid contrasena senha
  parking park car bike bus train taxi taxis cab cabs uber tram trams ferry outlet outlets socket sockets metro subway airport hotel hotels shuttle parkplatz parken parcheggio estacionamiento estacionamento parkeren
  toilet toilets restroom restrooms bathroom bathrooms wc loo toilette toiletten toilettes bano banos banheiro bagno
  venue address directions map floorplan location adresse direccion endereco indirizzo
  registration badge badges check-in checkin ticket tickets refund invoice reception cloakroom luggage wardrobe swag tshirt t-shirt shirt merch
  stream livestream recorded aufgezeichnet aufzeichnung aufzeichnungen link grabado grabacion streaming recording recordings video videos slides
  conduct childcare nursery prayer quiet wheelchair accessible accessibility elevator lift firstaid doctor medic emergency lost found smoking
  party afterparty weather sponsors sponsor expo booth booths jobs hashtag contact organiser organisers organizer organizers certificate
  chair chairs chairing chaired chairperson`.split(/\s+/),
);

/** Words that go with them and say nothing by themselves: `live stream`, `code of conduct`, `opening hours`. */
const ALONG: ReadonlySet<string> = new Set(
  'live after before during nearby around desk code conduct url pickup start starts open opening hours time area space room place free break near nearest closest first aid and or help key bag options option power directions'.split(
    ' ',
  ),
);

/** They say nothing about what follows: `after dinner`. */
const LEADS = new Set(['time', 'after', 'before', 'during']);

const WORDS_MAX = 8;

/** Talks by women are asked for, and no programme says whose they are. */
const WOMEN = new Set(
  'women woman female females frauen frau femmes mujeres mulheres donne vrouwen 女性'.split(' '),
);
const WOMEN_SPEAKING = 'which speakers are women';

/** The topic of a question about people that no programme answers; undefined if these words, all of them, are none. */
export function readUnsaidTopic(words: readonly TypedWord[], lexicon: Lexicon): string | undefined {
  return asksForWomen(words, lexicon) ? WOMEN_SPEAKING : undefined;
}

function asksForWomen(words: readonly TypedWord[], lexicon: Lexicon): boolean {
  const isSaid = ({ form }: TypedWord) => WOMEN.has(form);
  const isAround = ({ form }: TypedWord) => isGlue(form) || BY.has(form);
  return (
    words.some(isSaid) &&
    words.some(({ form }) => isTalkWord(form) || BY.has(form)) &&
    words.every(word => isSaid(word) || isAround(word)) &&
    !lexicon.isInTitle(words.map(({ form }) => form).join(' '))
  );
}

const BY = new Set('by von par por di door'.split(' '));

/** Both topics have these words alone, besides small words and those that an organiser has answered. */
export const PRACTICAL_WORDS: readonly string[] = [...PRACTICAL, ...ALONG, ...WOMEN, ...BY];

/** The practical topic of these words, if they are about nothing else and no title has them. */
export function readPracticalTopic(words: readonly TypedWord[], lexicon: Lexicon): string | undefined {
  if (words.length > WORDS_MAX) return undefined;
  const topic = words.filter(({ form }) => !isGlue(form));
  const isPractical = ({ form }: TypedWord) => PRACTICAL.has(form) || lexicon.isAsked(form);
  if (topic.length > 0 && lexicon.isAsked(topic.map(({ form }) => form).join('-')))
    return topic.map(({ form }) => form).join(' ');
  if (!topic.some(isPractical)) return undefined;
  if (!topic.every(word => isPractical(word) || ALONG.has(word.form))) return undefined;
  const first = words.findIndex(({ form }) => !isGlue(form) && !LEADS.has(form));
  const last = words.findLastIndex(({ form }) => !isGlue(form) && form !== 'time');
  const text = words
    .slice(first, last + 1)
    .map(({ form }) => form)
    .join(' ');
  const typed = words.map(({ form }) => form).join(' ');
  const isPhrase = words.length > 1 && lexicon.isPhrase(typed);
  return isPhrase || lexicon.isInTitle(text) ? undefined : text;
}

/** The answer where nobody has said anything about it. */
export function practicalNote(topic: string, { conference }: Programme): string {
  const ask = conference.url === undefined ? '' : ` The conference's page may: ${conference.url}`;
  return `The programme says nothing about ${topic}.${ask}`;
}
