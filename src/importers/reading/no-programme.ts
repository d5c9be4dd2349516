/** What is said of a file of no form that Lectern knows. */
export const NO_PROGRAMME = 'This is no programme that Lectern knows; it was left out.';

/** What it does know, for people to whom that was said. */
export const PROGRAMMES =
  'Lectern reads schedule.xml and schedule.json of pretalx, frab and their kin; what the widget and the API of pretalx, Sessionize and EuroPython give as JSON; calendars (.ics); sheets (.csv) with a row that names the columns; lists of talks in JSON or YAML; pages of Markdown with front matter; abstracts as text (.rst, .txt).';

const ENDINGS = new Set(
  `md markdown mdx txt rst adoc html htm css scss sass less js mjs cjs jsx ts tsx py rb sh go rs php yml yaml toml ini cfg
  lock log bib tex png jpg jpeg gif svg webp avif ico mp3 mp4 webm woff woff2 ttf otf map`.split(/\s+/),
);

const NAMES =
  /^(?:readme|licen[cs]e|copying|notice|authors|contributors|changelog|makefile|dockerfile|gemfile|procfile|cname|codeowners)\b|^(?:package|package-lock|tsconfig|composer|site|config|manifest)\.json$/i;

/** True for what lies in the folder of a website or a repository and is not meant for a programme. */
export function isBesideProgrammes(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return NAMES.test(name) || ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}
