import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDataFolder } from '../../src/live/data-folder.ts';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import type { Problem } from '../../src/programme/problem.ts';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const BARCELONA = `${SHARED}programmes/rst/openstack-barcelona-2016`;
const SEEDS = `${SHARED}seeds`;
const isThere = existsSync(BARCELONA) && existsSync(SEEDS);
if (!isThere) console.warn('SKIPPED: ../shared is not there, so no real programme is read.');

async function only(dataDir: string) {
  const { conferences, problems } = await readDataFolder(dataDir);
  const [first] = conferences;
  if (first === undefined || conferences.length > 1) throw new Error(`${dataDir} is not one conference.`);
  return { ...first, problems: [...problems, ...first.drafts.flatMap(draft => draft.problems)] };
}

let read: ReturnType<typeof only> | undefined;

/** Several tests look at it, so it is read once. */
function barcelona(): ReturnType<typeof only> {
  read ??= only(BARCELONA);
  return read;
}

describe.skipIf(!isThere)('the 1,025 talks of a real conference', () => {
  test('are all read, with their tracks and people', async () => {
    const { conference, drafts, problems } = await barcelona();
    const { programme } = buildProgramme(conference, drafts);
    expect({
      name: programme.conference.name,
      talks: programme.talks.length,
      speakerLines: drafts.flatMap(draft => draft.talks).flatMap(talk => talk.speakers).length,
      speakers: programme.speakers.length,
      tracks: programme.tracks,
      problems: countByKind(problems),
    }).toEqual({
      name: 'OpenStack Summit Barcelona Presentation Proposals',
      talks: 1025,
      speakerLines: 2016,
      speakers: 1458,
      tracks: [
        'Architectural Decisions',
        'Case Studies',
        'Cloud Models & Economics',
        'Community Building',
        'Containers',
        'Cultural & Organizational Change',
        'Evaluating OpenStack',
        'Getting Started',
        'Hands-on Workshops',
        'How To & Best Practices',
        'HPC / Research',
        'Networking',
        'Operations War Stories',
        'Project Updates',
        'Security',
        'Storage',
        'Telecom & NFV Strategy',
      ],
      problems: {
        'warning: A speaker has an e-mail address or phone number for a name; it is shown as "...".': 1,
        'warning: A speaker is called "..."; the talk is listed without this speaker.': 9,
        'warning: The abstract contains an e-mail address; it was masked.': 1,
        'warning: The bio contains an e-mail address or a phone number; it was masked.': 17,
        'warning: The bio says only "..."; the speaker is listed without it.': 20,
        'warning: The title contains invisible characters; they were removed.': 3,
      },
    });
  });

  test('lose no word', async () => {
    const { drafts } = await barcelona();
    for (const { file, talks } of drafts.filter(draft => draft.format === 'abstracts')) {
      const [talk] = talks;
      const written = readFileSync(`${BARCELONA}/${file}`, 'utf8');
      const kept = [
        talk?.title,
        talk?.abstract,
        ...(talk?.speakers ?? []).flatMap(({ name, bio }) => [name, bio]),
      ];
      expect(letters(kept.join(' ')), file).toBe(letters(withoutWhatIsLeftOut(written)));
    }
  });
});

/** What stands in a file, by the simplest rules that hold for these files and for no others. */
function withoutWhatIsLeftOut(text: string): string {
  return text
    .replace(/^~+$/m, '')
    .replace('**Abstract:**', '')
    .replace(/^\* \*\*None None\*\* .*$/gm, '')
    .replace(/^\* \*\*redacted@.*?\*\*/gm, 'Name withheld')
    .replace(/\*\((None|TBD|TBA\.*|Placeholder|Bio|Bio to come|To be added\.|q|xxx|\.+)\)\*$/gm, '')
    .replace(/redacted@example\.org/g, '[e-mail address removed]')
    .replace(/\+86-\d+|080-3150-\d+/g, '[phone number removed]');
}

function letters(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

function countByKind(problems: readonly Problem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity, line, message } of problems) {
    expect(line).toBeGreaterThan(0);
    const kind = `${severity}: ${message.replace(/"[^"]*"/, '"..."')}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describe.skipIf(!isThere)('the two abstracts that Lectern began from', () => {
  test('are a conference, in which nobody called None speaks', async () => {
    const { conference, drafts, problems } = await only(SEEDS);
    const { programme } = buildProgramme(conference, drafts);
    expect(programme.talks.map(talk => [talk.file, talk.speakers.map(speaker => speaker.name)])).toEqual([
      ['000_68f409775635ff0f.txt', ['Jonathan LaCour', 'Stefano Maffulli']],
      ['002_79df64d1b40c5b0c.txt', ['Grant Kirkwood']],
    ]);
    expect(problems.map(({ file, line }) => [file, line])).toEqual([['000_68f409775635ff0f.txt', 13]]);
  });
});
