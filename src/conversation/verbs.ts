import { fold } from '../text/fold.ts';

type Verb = 'now' | 'next' | 'help';

/**
 * As they are typed in the languages of programmes, folded; but none that is a likely search, as "ora" is. Who greets or
 * thanks in a direct message is told what there is to ask.
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
const BEGINNINGS = [/^\S+\s+\S+/u, /^\S+/u];

/** What a person asks for with a verb, and what they typed behind it. */
export function verbAt(text: string): { readonly verb: Verb; readonly rest: string } | undefined {
  for (const beginning of BEGINNINGS) {
    const [typed = ''] = beginning.exec(text) ?? [];
    const words = fold(typed).replace(/\s+/, ' ');
    const verb = VERBS.find(one => WORDS[one].includes(words));
    if (verb !== undefined) return { verb, rest: text.slice(typed.length) };
  }
  return undefined;
}
