import { expect, test } from 'vitest';
import { FUNCTION_WORDS } from '../../../src/search/text/stop-words.ts';
import { fold } from '../../../src/text/fold.ts';

/** As full of small words as an abstract is. */
const TEXTS: Readonly<Record<string, string>> = {
  en: "What do you do when the lamps of a harbour come and go? This talk is for all of us who have to sail by night, and for those who are on land: how they can see which ships come in from their window, at no cost per lamp, in a plain non-stop show. One of the dos and don'ts is that you do not come late with your van.",
  de: 'Was die Lampen des Hafens bei Nacht sagen, das wissen wir nicht immer: es ist eine Kunst für sich. Wie werden sie gelesen, und von wem? Wer will, lernt es auch mit uns, oder auf dem Schiff zu den Inseln. Da las der Lotse einen Brief, den du kennst, so wird es am Ende klar.',
  fr: 'Il y a des phares qui parlent, et le gardien les écoute. Dans cette présentation, je vous dis comment on lit une lampe, pourquoi elle est si claire, mais non ce que dit la mer: sur le quai, en plein jour, les marins sont seuls avec leur carte. Du port aux îles, nous allons plus loin que ces rives et que votre ville, pour voir notre vieux phare et son jardin.',
  es: 'El faro es una casa con luz, y en este puerto los barcos lo ven desde muy lejos. La charla no es para todos, pero sí para quien va al mar: cuando hay niebla, las lámparas van de un lado a otro, y esta es su mejor hora. Por eso se lee más hasta donde se puede, como nos dijo el guarda, también a sus dos hijos; esto lo sabe nuestro equipo del sur.',
  pt: 'O farol é uma casa com luz, e os barcos da baía não o veem sem ela. Isso é para quem vai ao mar: você aprende a ler as luzes do porto e das ilhas, em dois dias, mas também com seu grupo. São dos mais antigos; esta sala foi feita por eles, e este livro fala muito de como a sua gente passa pela barra, pelos canais e pelas praias, se for preciso.',
  it: 'Il faro è una casa con la luce, e le barche lo vedono da lontano: non si va per mare senza. Come si legge una lampada, qui e nel golfo? Questa è la domanda della nostra guida; su questo ci sono anche dei libri, che parlano di una storia delle più belle, degli uomini e di chi sta nella torre con gli amici del porto.',
  nl: 'Het licht van de haven is een teken: je ziet het of je ziet het niet. In deze les zijn wij bij de wachters en de schippers, die weten hoe dat voor ons wordt gedaan, en wie het ook kan leren. Des nachts gaan zij naar buiten; aan de kade worden lampen en kaarten bekeken, en er is koffie te over.',
};

const wordsIn = (text: string) => new Set(fold(text).match(/\p{L}+/gu));

test.each(Object.keys(FUNCTION_WORDS))(
  'a text in %s is full of its small words, and has none of another language',
  language => {
    const words = wordsIn(TEXTS[language] ?? '');
    const found = Object.entries(FUNCTION_WORDS).flatMap(([of, list]) =>
      list.split(' ').flatMap(word => (words.has(word) ? [{ of, word }] : [])),
    );
    expect(found.filter(({ of }) => of !== language)).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(10);
  },
);
