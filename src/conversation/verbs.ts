import { fold } from '../text/fold.ts';

export type Verb = 'now' | 'next' | 'help';

/**
 * Verbs as people type them in the languages of programmes, folded. A likely search, as "ora" is, is left out. A greeting
 * or thanks in a direct message is answered with help.
 */
const WORDS: Readonly<Record<Verb, readonly string[]>> = {
  now: ['now', 'jetzt', 'maintenant', 'ahora', 'agora', 'adesso'],
  next: [
    ...['next', 'nachste', 'nachstes', 'als nachstes', 'prochain', 'prochaine', 'ensuite', 'suivant'],
    ...['siguiente', 'proximo', 'proxima', 'seguinte', 'a seguir', 'prossimo', 'prossima'],
  ],
  help: [
    ...['help', 'help me', 'hilfe', 'aide', 'ayuda', 'ajuda', 'aiuto'],
    ...['hi', 'hello', 'hey', 'hallo', 'hola', 'thanks', 'thank you', 'thx', 'danke', 'merci', 'gracias'],
  ],
};

const VERBS = Object.keys(WORDS) as readonly Verb[];

/** The verb that these words are, all of them. */
export function readVerb(words: string): Verb | undefined {
  const typed = fold(words).replace(/\s+/g, ' ');
  return VERBS.find(verb => WORDS[verb].includes(typed));
}
