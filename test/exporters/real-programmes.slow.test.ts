import { describe, expect, it } from 'vitest';
import { exportJson } from '../../src/exporters/frab-json.ts';
import { exportXml } from '../../src/exporters/frab-xml.ts';
import { readDataFolder } from '../../src/live/data-folder.ts';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { conference } from '../support/conference.ts';
import { hasRealProgrammes, importReal, realFiles, realFolder } from '../support/real-programme.ts';
import { checkJsonRoundTrip, checkXmlRoundTrip } from './round-trip.ts';
import { checkCsvRoundTrip, checkIcsRoundTrip } from './round-trip-plain.ts';
import { faultsInJson, faultsInXml, hasSchemas } from './schemas.ts';

it('the sample conference is exported whole', async () => {
  const { conferences } = await readDataFolder('data');
  for (const sample of conferences) {
    const { programme } = buildProgramme(sample.conference, sample.drafts);
    checkXmlRoundTrip(programme);
    checkJsonRoundTrip(programme);
    checkCsvRoundTrip(programme);
    checkIcsRoundTrip(programme);
    const severities = exportXml(programme).problems.map(problem => problem.severity);
    expect(severities).not.toContain('error');
    await checkSchemas([programme]);
  }
});

/** Programmes that are many files. */
const FOLDERS = [
  'frontmatter/djangocon-us-2024',
  'frontmatter/devopsdays-chicago-2023',
  'rst/openstack-barcelona-2016',
];

describe.skipIf(!hasRealProgrammes)('real programmes', () => {
  const programmes = new Map(
    realFiles(['xml', 'json', 'ics', 'csv', 'yaml']).map(path => {
      const draft = importReal(path);
      // Where a file has no zone, its conference would name one.
      const of = conference({ name: undefined, timeZone: draft.timeZone ?? 'Europe/Brussels' });
      return [path, buildProgramme(of, [draft]).programme] as const;
    }),
  );

  it.each([...programmes])('%s is exported whole', (_, programme) => {
    checkXmlRoundTrip(programme);
    checkJsonRoundTrip(programme);
    checkCsvRoundTrip(programme);
    checkIcsRoundTrip(programme);
  });

  it.each(FOLDERS)('%s is exported whole', async path => {
    const { conferences } = await readDataFolder(realFolder(path));
    for (const { conference: of, drafts } of conferences) {
      const { programme } = buildProgramme({ ...of, name: undefined, timeZone: 'America/New_York' }, drafts);
      checkXmlRoundTrip(programme);
      checkJsonRoundTrip(programme);
      checkCsvRoundTrip(programme);
      checkIcsRoundTrip(programme);
      await checkSchemas([programme]);
    }
  });

  it('are valid by the schemas', async () => checkSchemas([...programmes.values()]));
});

async function checkSchemas(programmes: readonly Programme[]): Promise<void> {
  if (!hasSchemas) return;
  const json = programmes.flatMap(programme => exportJson(programme).text ?? []);
  expect(json.flatMap(faultsInJson)).toEqual([]);
  expect(await faultsInXml(programmes.flatMap(programme => exportXml(programme).text ?? []))).toEqual([]);
}
