import { fold } from '../../text/fold.ts';

/**
 * Words around a topic that say nothing about it, folded: those of a question, of politeness, and those that talks are
 * called. In English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese.
 */
const GLUE: ReadonlySet<string> = new Set(
  [
    // English
    `a an about all also am and any anybody anyone anything are at be been best but by can come comes coming could doing else ever every everything did do does find for
     from get give gives giving go going good great happening have hear here hey how i i'd i'm if in info information interested interesting
     into is it its know learn like list look looking me miss missed missing more most much my need of on one ones or our out please pls recommend
     regarding running scheduled search see should show attend visit watch worth top some somebody someone something speak speaking speaks tell than thanks that the
     their them there these they this those to today's up us want was we many what what's whats when when's whens where where's wheres hows which
     who who's whos will with would you your wats hey yo uh uhm umm erm hmm well tell lectern im wanna gonna`,
    // German
    `alle alles am an auf aus bei bitte das dem den der des die ein eine einen einer es etwas findet finde fur gerade gibt
     habt hat heute' ich im in ist kann kommt kommen lauft laeuft man mehr mich mir mit nach nachsten noch reden redet sehen sind spricht
     sprechen uber und uns vom von wann war was welche welcher welches wer wie wird wo worum viele wieviele zeig zeige zu zum zur passiert los suche irgendwas irgendetwas`,
    // French
    `a au aux avec ce ces cette c'est de des du elle en est est-ce et il y la le les ma mes moi montre montrez ou parle
     parlent passe plait pour que combien quand quel quelle quelles quels qu'est-ce qui s'il se sont sur t-il te trouve trouver un une
     veux vient voudrais vous passe-t-il qu'y a-t-il y-a-t-il je j'ai trouve-t-on existe cherche propos`,
    // Spanish
    `al algo como con cual cuales cuantas cuantos cuando cuales de del donde el en es esta estan hay habla hablan la las lo los me muestra
     para por que quien quienes quiero se ser sigue sobre son su un una ver viene y pasa pasando ocurre busco existe alguna algun`,
    // Portuguese
    `acontecendo acontece acontecer passando rolando procuro algo alguem ao as com da das de do dos e em esta estao eu fala falam ha mais mostra mostre na nas
     no nos o onde os para pela pelo por qual quais quantas quantos quando que quem quero sao se sobre sua tem um uma vem ver`,
    // Italian
    `a al alla c'e che chi ci con cosa cos'e da dal dei del della delle di dov'e dove e gli ho il in i la le lo mostra
     mostrami nel parla parlano per piu quale quali quando quante quanti quello si sono su sul sulla un una viene voglio vorrei succede succedendo sta cerco qualcosa`,
    // Dutch
    `aan alle als bij de die dit een er gaat geef hoeveel heb het iets ik in is kan laat me meer met naar nog om op over praat
     praten spreekt spreken te toon uit van voor waar wanneer wat welke wie wil komt zien zijn gebeurt gaande bezig zoek`,
    // Japanese
    'は を に の が で と か 、 。 ？ ！ 何 何を やって います ありますか あります ですか です どこ について 教えて ください 和 与 的',
  ].flatMap(words => words.split(/\s+/).map(fold)),
);

/** Words for talks, whatever they are about, folded. */
const TALK_WORDS: ReadonlySet<string> = new Set(
  `talk talks session sessions presentation presentations lecture lectures speech speeches speaker speakers event events thing
   vortrag vortrage vortraege redner sprecher sitzung sitzungen beitrag beitrage
   conference conferences presentation presentations intervenant intervenants exposes
   charla charlas ponencia ponencias sesion sesiones conferencia conferencias ponente ponentes
   palestra palestras sessao sessoes apresentacao apresentacoes
   intervento interventi sessione sessioni presentazione presentazioni relatore relatori
   lezing lezingen praatje praatjes sessie sessies presentatie presentaties spreker sprekers
   発表 講演 トーク セッション`
    .split(/\s+/)
    .map(fold),
);

/** Words for the whole agenda, folded. They ask for it, and say nothing more beside a day or a room. */
export const AGENDA_WORDS: readonly string[] =
  `agenda schedule programme program timetable lineup line-up programm zeitplan fahrplan stundenplan ablauf horaire
   horaires planning horario programa cronograma orario programma rooster 予定 プログラム`
    .split(/\s+/)
    .map(fold);

/** `plan` by itself is a topic. */
const BESIDE_A_DAY: ReadonlySet<string> = new Set([...AGENDA_WORDS, 'plan']);

/** True for a word that names the agenda as a whole. */
export function isAgendaWord(form: string): boolean {
  return BESIDE_A_DAY.has(form);
}

/** Words that ask for what follows: they are no topic even by themselves. */
const ASKING: ReadonlySet<string> = new Set(
  `find show search list tell zeig zeige finde such suche cherche trouve montre busca buscar muestra procura mostra
   cerca trova zoek toon`.split(/\s+/),
);

/** True for `find` and the like. */
export function isAsking(form: string): boolean {
  return ASKING.has(form);
}

/** True for a word that says nothing about a topic. A word of nothing but signs is one. */
export function isGlue(form: string): boolean {
  return form === '' || GLUE.has(form) || TALK_WORDS.has(form);
}

/**
 * Words that are no topic even by themselves, folded: stop words, and those of a question. Shorter than GLUE, which has words
 * such as `go`, `ci` and `os` that are topics as well.
 */
const FILLERS: ReadonlySet<string> = new Set(
  `a about all also am an and any anything are as at be been but by can could did do does for from had has have he her here hers him
  his how how's i i'd i'm if in instead into is it it's its just me my of on one ones only or our ours please she so some something than that
  that's the their theirs them then there there's these they this those to too us was we were what what's whats when when's whens where
  where's wheres which who who's whos whose why will with without would yes you your yours
  aber auch auf aus bei das dem den der die dies diese dieser ein eine einen einer es für ist mit nicht noch nur ohne sind und von warum
  was welche welcher welches wenn wer wie wo zum zur
  aussi avec ce ces cette c'est dans elle est et ils les mais ou où par pas qu'est-ce quand que quel quelle quelles quels qui sans sont
  une
  como con cual cuales cuando del donde es está están esta este esto las los para pero por qué quien quienes sin solo una
  com isso mas não onde para porque quais qual quando quem sem uma
  anche che chi cosa gli perché più quale quali quando quanto questo senza solo sono
  deze een het hoe maar met niet ook van voor waar waarom wanneer wat welke wie zijn zonder`
    .split(/\s+/)
    .map(fold),
);

/** The words that isTalkWord knows. */
export const TALK_FORMS: Iterable<string> = TALK_WORDS;

/** All of these words. */
export const SMALL_WORDS: readonly string[] = [...GLUE, ...TALK_WORDS, ...FILLERS];

/** True for a word that nobody searches for. */
export function isFiller(form: string): boolean {
  return form === '' || FILLERS.has(form);
}

/** True for `talk` and the like, in the languages of GLUE. */
export function isTalkWord(form: string): boolean {
  return TALK_WORDS.has(form);
}
