/**
 * Abbreviations that stand before something and so never end a sentence, by language; a space is optional within them.
 * Unicode's segmentation takes their dots for ends if a capital follows, and `Intl.Segmenter` has no list of exceptions
 * (ICU's `ss=standard`).
 */
const NEVER_LAST = {
  en: 'Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Rev|Hon|St|Mt|Fig|Figs|Eq|Vol|vs|approx|ca|cf|viz|e. g|i. e|w. r. t|a. k. a|incl|resp',
  de: `z. B|d. h|u. a|v. a|s. o|s. u|o. g|u. U|z. T|z. Zt|i. d. R|i. A|m. E|bzw|ggf|ggfs|evtl|inkl|exkl|zzgl|einschl|vgl|sog|bspw|insb|insbes|Nr|Abb|Bd|Hr|Dipl|Ing|Mag|Priv|Doz`,
  fr: 'M|MM|Mme|Mmes|Mlle|Mgr|p. ex|c.-à-d|c. à d|chap|av. J|apr. J',
  es: 'p. ej|Sr|Sra|Sres|Srta|Dra|Dña|Ud|Uds|Prof|Profa|aprox|núm|pág|págs|máx|mín|EE|Ing|Lic|Avda',
  pt: 'Exmo|Exma|Eng|Av',
  it: 'ad es|p. es|sig|sig. ra|sigg|dott|dott. ssa|prof|prof. ssa|avv|ing|cfr|pag|pagg',
  nl: 'bijv|d. w. z|o. a|m. b. t|t. a. v|dhr|mevr|drs',
};

/** Abbreviations that end a sentence or do not: whatever is within it follows, such as a name. */
const SOMETIMES_LAST = {
  names: 'Inc|Ltd|Corp|Co|Bros|Jr|Sr',
  degrees: 'Ph. D|D. Phil|M. Sc|B. Sc|M. Eng|B. Eng|M. Ed|Ed. D|LL. M|Esq',
  lists: 'env|etc|et al|usw|u. s. w|u. v. m|ecc|enz',
  units: 'Min|Std|Mio|Mrd|UU|max|min',
};

/** Words that begin sentences and are hardly ever part of a name. */
const STARTERS: ReadonlySet<string> = new Set(
  `A About After All Although An And Are As At Because Before But By Can Come Do Each Even Every Find First For From Have He
  Her Here His How However I If In Is It Its Join Learn Let Many More Most My No Now On One Our She Since So Some That The
  Their Then There These They This Those Through To Today Together We What When Where Which While Who Why With You Your
  Aber Alle Als Auch Auf Bei Da Damit Dann Das Dabei Denn Der Deshalb Die Dies Diese Dieser Dieses Doch Ein Eine Er Es Für
  Hier Ich Ihr Im Ist Jede Man Mit Nach Nun Ob Sie Sind Und Unser Unsere Viele Von Was Welche Wenn Wer Wie Wir Wo Zu Zum Zur
  Au Aussi Avec Ce Ces Cet Cette Chaque Comment Dans De Des Elle Elles En Et Il Ils Je La Le Les Leur Mais Nos Notre Nous
  Où Par Pour Pourquoi Quand Que Si Son Sur Tous Un Une Venez Vos Votre Vous
  Ahora Al Aquí Así Como Con Cómo Cuando El Ella Ellos Es Esta Estas Este Esto Estos Hay Los Las Muchos Nosotros Nuestra
  Nuestro Para Pero Por Qué Se Sin Su También Todos Una Ven Veremos Y Yo
  Ao As Com Ele Ela Eles Esta Este Eu Isso Mas Na Nas No Nos Não Nós O Os Ou Quando Uma Vamos Você Gli I Il Ma Nel Noi Per Questa
  Questo Quando Un Uno Dit Deze Een Het Hij Ik Maar Met Naar Niet Ook Van Voor Waarom Wat We Wij Ze Zij`.split(
    /\s+/,
  ),
);

const NEVER_LAST_END = compileEnd(Object.values(NEVER_LAST));
/** Also single letters, as in "J. Doe", and letters with dots, as in "U.S." and "z. B.". */
const SOMETIMES_LAST_END = compileEnd([
  ...Object.values(SOMETIMES_LAST),
  // "Pier No. Seven", but the answer "No." is a sentence.
  String.raw`(?<=[^\s.!?]\s)No`,
  String.raw`\p{L}`,
  String.raw`\p{L}(?:\.[^\S\n]?\p{L})+`,
]);

/** True if the text ends with an abbreviation after which its sentence goes on with `next`. */
export function endsInAbbreviation(text: string, next: string): boolean {
  // A sentence is rarely longer than what fits here, and a search from every letter would be slow.
  const end = text.slice(-20);
  if (NEVER_LAST_END.test(end)) return true;
  return SOMETIMES_LAST_END.test(end) && !STARTERS.has(/^\p{L}+/u.exec(next)?.[0] ?? '');
}

/** Matches one of these at the end of a line that goes on, with a dot, also if a sentence begins with it ("Bzw."). */
function compileEnd(lists: readonly string[]): RegExp {
  const any = lists
    .flatMap(list => list.split('|'))
    .map(one => one.replaceAll('. ', String.raw`\.[^\S\n]?`))
    .flatMap(one => (/^\p{Ll}/u.test(one) ? [one, `${one.charAt(0).toUpperCase()}${one.slice(1)}`] : [one]));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any.join('|')})\.[^\S\n]*$`, 'u');
}
