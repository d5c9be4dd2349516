import { findPrefixRange } from '../search/index/vocabulary.ts';
import { fold } from '../text/fold.ts';
import { AGENDA_WORDS, isTalkWord } from './constraints/glue.ts';
import type { Lexicon } from './constraints/lexicon.ts';
import type { TypedWord } from './constraints/typed-words.ts';
import { readFollowUp } from './follow-ups/follow-up.ts';

/** `agenda` is the day that matters now; `more` is all that acts on an answer that is already there. */
export type Verb = 'help' | 'thanks' | 'agenda' | 'now' | 'mine' | 'settings' | 'more' | List;

/** A verb that says all by itself: it takes no time, no filter and no name of a list. */
export type PlainVerb = Exclude<Verb, 'agenda' | 'now' | 'mine' | List>;

/** The lists that can be asked for. */
export type List = 'tracks' | 'rooms' | 'speakers';

/** Verbs as people type them in the languages of programmes, folded. A likely search, as "ora" is, is left out. */
const WORDS: Readonly<Record<Verb, readonly string[]>> = {
  // A greeting in a direct message is answered with help.
  help: `help, help me, hilfe, aide, ayuda, ajuda, aiuto, commands, ?, hi, hello, hey, hi there, hello there,
  hey there, hallo, hola, ola, ciao, bonjour, salut, moin, good morning, good afternoon, good evening, guten morgen,
  guten tag, guten abend, bonsoir, buenos dias, buenas tardes, buenas, bom dia, boa tarde, boa noite, buongiorno,
  buonasera, salve, goedemorgen, goedemiddag, goedendag, こんにちは, おはよう, おはようございます, こんばんは, who are you, what can you do, what do you do,
  how does this work`.split(/,\s+/),
  thanks:
    `thanks, thank you, thx, ty, danke, merci, gracias, obrigado, obrigada, grazie, bedankt, dank je, ありがとう,
  thanks a lot, many thanks, thank you very much, thanks so much, vielen dank, danke schon, merci beaucoup,
  muchas gracias, muito obrigado, muito obrigada, mille grazie, dank je wel, ok thanks, okay thanks, great thanks, ok,
  okay, k, cool, great, nice, perfect, super, alles klar, vale, d'accord, got it, awesome, bye, no, yes, nein, ja, non, oui, si, nao, nee`.split(
      /,\s+/,
    ),
  agenda: [
    ...AGENDA_WORDS,
    'talks',
    'sessions',
    'all talks',
    'all sessions',
    'vortrage',
    'charlas',
    'palestras',
  ],
  now: `what's on, whats on, what is on, what is happening, what's happening, whats happening, was lauft,
  was ist los, que hay, que pasa, qu'est-ce qui se passe, o que tem, o que esta acontecendo, cosa c'e,
  wat is er, what, wat is er te doen, what should i see, what should i watch, what should i attend, what can i see,
  what do you recommend, recommend something, recommend me something, any recommendations, surprise me, anything good,
  what's good, whats good, was empfiehlst du, was soll ich sehen, que me recomiendas, que recommandes-tu, que recommandez-vous,
  o que voce recomenda, cosa mi consigli, wat raad je aan`.split(/,\s+/),
  // own-words.ts has all others.
  // Each of them has *Unstar*.
  mine: ['mine', 'unstar'],
  settings:
    `settings, my settings, open settings, preferences, my preferences, my data, forget me, forget about me, delete me,
  delete my data, delete my account, what do you know about me, notifications, my notifications, notification settings,
  notifications off, turn off notifications, stop notifications, mute notifications, quiet hours, my quiet hours,
  set quiet hours, quiet time, mute, do not disturb, dnd, stop messaging me, benachrichtigungen, mitteilungen, ruhezeiten,
  ruhezeit, nicht storen, heures calmes, ne pas deranger, notificaciones, horas de silencio, no molestar, notificacoes,
  nao perturbe, notifiche, ore di silenzio, non disturbare, meldingen, stille uren, niet storen, einstellungen, meine einstellungen, reglages, mes reglages, parametres, mes parametres, ajustes,
  mis ajustes, configuracion, configuracoes, definicoes, impostazioni, instellingen, vergiss mich, oublie moi,
  olvidame, esqueca me`.split(/,\s+/),
  // follow-up.ts has its words.
  more: [],
  tracks: 'tracks, track, track list, topics, themen, spuren, thematiques, pistas, trilhas, streams'.split(
    ', ',
  ),
  rooms: ['rooms', 'room', 'venues', 'stages', 'raume', 'saele', 'sale', 'salles', 'salas', 'zalen', 'halls'],
  speakers:
    `speakers, speaker, presenters, speaker list, referenten, sprecher, redner, intervenants, orateurs,
  ponentes, oradores, palestrantes, relatori, sprekers, who's speaking, who is speaking, wer spricht,
  qui parle, quien habla`.split(/,\s+/),
};

const ON =
  '`now`, `next`, `today`, a weekday, a date or `tuesday 14:00` show what is on; `room:` and `track:` narrow it down.';
const LISTS = '`tracks`, `rooms` and `speakers` list all of them.';

/** The line about each verb in the help; undefined for those that explain themselves. */
const HELP: Readonly<Record<Verb, string | undefined>> = {
  help: undefined,
  thanks: undefined,
  agenda: ON,
  now: ON,
  mine: '`mine` shows the talks that you starred; `mine tuesday morning`, `mine storage`, `mine clashes` and `mine free` some of them.',
  settings:
    '`settings` are your reminders, changes and quiet hours, and `Forget me`; `changes` are those of today, `news` those of the last week.',
  more: undefined,
  tracks: LISTS,
  rooms: LISTS,
  speakers: LISTS,
};

/** The lines of the help about verbs; code stands in backticks. */
export const VERB_HELP: readonly string[] = [
  ...new Set(Object.values(HELP).filter(line => line !== undefined)),
];

const VERBS = Object.keys(WORDS) as readonly Verb[];
const BY_WORDS: ReadonlyMap<string, Verb> = new Map(
  VERBS.flatMap(verb => WORDS[verb].map((words): [string, Verb] => [fold(words), verb])),
);

/** Words that answer the bot and ask for nothing, folded. */
const SMALL_TALK: ReadonlySet<string> = new Set(
  `ok okay k thanks thank thx ty tysm cheers sorry nvm nevermind no nope nah yes yep yeah yup lol haha hehe cool great nice
  perfect super awesome wow bye goodbye welcome
  danke dankeschon nein ja jo tschuss entschuldigung sorry klasse prima passt
  merci non oui desole desolee pardon parfait daccord d'accord mdr
  gracias si perdon perfecto genial vale adios jaja
  obrigado obrigada nao sim desculpe desculpa tchau valeu beleza kkk perfeito
  grazie scusa scusi perfetto prego arrivederci
  bedankt dank nee doei
  ありがとう ありがとうございます ありがとうございました どうも はい いいえ すみません ごめんなさい 了解 了解です`
    .split(/\s+/)
    .map(fold),
);
/** Small talk of several words, folded, of which none is small talk by itself. */
const SMALL_TALK_PHRASES: readonly string[] =
  `never mind, all good, no problem, alles klar, alles gut, tut mir leid, au revoir, de rien, pas de probleme, c'est bon,
  lo siento, de nada, hasta luego, esta bien, tudo bem, va bene, tot ziens, geen probleem, see you`.split(
    /,\s+/,
  );
/** Words around small talk: `thank you so much`, `danke dir`. */
const AROUND_SMALL_TALK: ReadonlySet<string> = new Set(
  `you u so very much a lot many for the your help problem worries mate all again really that's it's fine good later im i'm
  mir dir ihnen schon sehr vielen viel fur die hilfe beaucoup bien bcp pour l'aide vous toi mucho muchas muchisimas mil por la ayuda
  muito muita pela ajuda mille tante molte per l'aiuto je u wel heel erg hartelijk voor de hulp`.split(/\s+/),
);

/** 👍, and :+1: as Slack writes it. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f\s]|:[a-z+-][\w+-]*:)+$/u;

/** True for a text of nothing but emoji. */
export function isEmoji(text: string): boolean {
  return EMOJI.test(text);
}

/** True for words that are small talk, all of them, unless a title or a track of the programme has them. */
function isSmallTalk(forms: readonly string[], lexicon: Lexicon): boolean {
  const text = forms.join(' ');
  const isSaid = forms.some(form => SMALL_TALK.has(form));
  const isTalk =
    SMALL_TALK_PHRASES.includes(text) ||
    SMALL_TALK.has(forms.join('')) ||
    (isSaid && forms.every(form => SMALL_TALK.has(form) || AROUND_SMALL_TALK.has(form)));
  return isTalk && !lexicon.isInTitle(text) && lexicon.track(text) === undefined && !isNamed(forms, lexicon);
}

/** `nvm` is a topic where a talk has it. */
function isNamed([only = '', ...others]: readonly string[], lexicon: Lexicon): boolean {
  return others.length === 0 && (lexicon.hasWord(only) || lexicon.isSpeaker(only));
}

/** Before a list or an agenda: `show me the schedule`, `list all rooms`. */
const BEFORE_WORDS =
  `show, list of, list, see, who, all, me, the, which, what, give, full, whole, zeig, zeige, alle, die, das, der, le, les, los,
  las, el, os, as, i, gli, il, de, het, a, o, are, is, there, conference, please, pls, can, mir`.split(
    /,\s+/,
  );
const BEFORE = new RegExp(`^(?:(?:${BEFORE_WORDS.join('|')})\\s+)+`, 'u');

/** `which tracks are there`, `the schedule please` */
const BEHIND_WORDS = 'are is there do you have please pls gibt es bitte hay y il a sont list exist'.split(
  ' ',
);
const BEHIND = new RegExp(`(?:\\s+(?:${BEHIND_WORDS.join('|')}))+$`, 'u');

/** `quiet hours 22:00 to 7:00` */
const QUIET_HOURS =
  /^(?:(?:set |my )?quiet (?:hours|time)|ruhezeit(?:en)?|heures calmes|horas de silencio|ore di silenzio|stille uren) .*\d/u;
/** One of these stands before hours. */
export const QUIET: readonly string[] = 'quiet ruhezeit ruhezeiten heures horas ore stille'.split(' ');

/** `hey lectern` */
const NAMES = ['lectern', 'bot'];
const NAME = new RegExp(`(?<=\\S)\\s+(?:${NAMES.join('|')})$`, 'u');

/** A verb has so many words at most, with all that people say around it. */
const VERB_WORDS_MAX = 12;

/** The verb that these words are, all of them. */
export function readVerb(words: readonly TypedWord[], lexicon: Lexicon): Verb | undefined {
  if (words.length > VERB_WORDS_MAX) return undefined;
  const forms = words.filter(({ text }) => !isEmoji(text)).map(({ form }) => form);
  const typed = forms.join(' ').replace(NAME, '').trim();
  // Japanese is parted into words where none end.
  if (QUIET_HOURS.test(typed)) return 'settings';
  const verb = BY_WORDS.get(typed) ?? BY_WORDS.get(forms.join('')) ?? (readFollowUp(words) && 'more');
  if (verb !== undefined) return verb;
  if (isSmallTalk(forms, lexicon)) return 'thanks';
  const known = BY_WORDS.get(typed.replace(BEFORE, '').replace(BEHIND, ''));
  return known === 'help' || known === 'thanks' || known === 'now' ? undefined : known;
}

/** `how many talks are there`, `wie viele Vorträge gibt es` */
const COUNTING_WORDS =
  `how many, number of, wie viele, wieviele, combien de, combien y a-t-il de, cuantas, cuantos, quantas, quantos, quante, quanti,
  hoeveel`.split(/,\s+/);
const COUNTING = new RegExp(`^(?:${COUNTING_WORDS.join('|')})\\s+`, 'u');

/** The talks or the list that these words, all of them, ask the number of; undefined if they are something else. */
export function readCounting(words: readonly TypedWord[]): 'talks' | List | undefined {
  const typed = words.map(({ form }) => form).join(' ');
  if (!COUNTING.test(typed)) return undefined;
  const counted = typed.replace(COUNTING, '').replace(COUNTED_BEHIND, '').replace(BEHIND, '');
  const verb = BY_WORDS.get(counted);
  if (verb === 'tracks' || verb === 'rooms' || verb === 'speakers') return verb;
  return isTalkWord(counted) ? 'talks' : undefined;
}

const COUNTED_BEHIND_WORDS =
  'are there, in total, in all, overall, insgesamt, y a-t-il, hay, ha, ci sono, zijn er, er zijn, existem, tem'.split(
    ', ',
  );
const COUNTED_BEHIND = new RegExp(`\\s+(?:${COUNTED_BEHIND_WORDS.join('|')})$`, 'u');

/** Verbs and counts have these words alone, unless it is a word that is typed as several, or hours behind one of QUIET. */
export const VERB_WORDS: readonly string[] = [
  ...BY_WORDS.keys(),
  ...[...SMALL_TALK, ...SMALL_TALK_PHRASES, ...AROUND_SMALL_TALK],
  ...[...BEFORE_WORDS, ...BEHIND_WORDS, ...NAMES],
  ...[...COUNTING_WORDS, ...COUNTED_BEHIND_WORDS],
].flatMap(words => words.split(' '));

/** Words that isVerb knows, in order. */
const VERBS_IN_ORDER = [...BY_WORDS.keys(), ...SMALL_TALK].sort();

/** True if a word of a verb may begin so when it is typed as several. */
export function mayBeginVerb(form: string): boolean {
  const { from, to } = findPrefixRange(VERBS_IN_ORDER, form);
  return from < to;
}

/** True for a word of a verb, `timetable` of `time table`. */
export function isVerb(joined: string): boolean {
  return BY_WORDS.has(joined) || SMALL_TALK.has(joined);
}
