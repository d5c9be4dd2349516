/**
 * Words without which hardly a sentence is written, folded, and which are no small words of the other languages here:
 * "of" is Dutch, too, "come" English, "des" German. What has a stemmer is told apart; see stem.ts.
 */
export const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the and to with that this you are how from your can which what when have their',
  de: 'der und nicht ist mit wir eine fur auf zu werden sich oder auch bei wird einen',
  fr: 'une est pour dans avec vous nous tous cette aux ces sont leur votre notre',
  es: 'el los muy pero hasta cuando donde hay tambien puede sus nuestro nuestra esto ellos',
  pt: 'uma nao em voce sao ao isso tambem pela seu sua muito foi pelos pelas',
  it: 'gli di che della sono questo questa nel piu delle dei degli nella anche',
  nl: 'het een voor niet zijn ook wordt naar deze dat hoe kan aan bij worden',
};
