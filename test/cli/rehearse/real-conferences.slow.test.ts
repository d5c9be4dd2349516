import { describe, expect, test } from 'vitest';
import { hasRealProgrammes, realFolder } from '../../support/real-programme.ts';
import { inFolderOfItsOwn, lectern } from '../support.ts';

inFolderOfItsOwn();

const ORDERS = ['--order', 'daily 08:00 reminders in #lobby', '18:00 eve in #corridor'];
/** Ten seconds on two cores of which nothing else takes any. */
const CPU_MS = 10_000;

describe.skipIf(!hasRealProgrammes)('a whole conference is rehearsed in seconds', () => {
  test.each([
    ['frab-xml/38c3.xml', /^10:20 {2}#lobby +Starting at 10:30 /m, 300],
    ['ics/kubecon-eu-2026-0322.ics', /^07:20 {2}#lobby +Starting at 07:30 /m, 100],
  ])('%s', async (path, notice, most) => {
    const before = process.cpuUsage();
    const { stdout, stderr } = await lectern(['rehearse', '--data', realFolder(path), ...ORDERS], {
      env: { CLOCK: '2020-01-01T00:00Z' },
    });
    const { user, system } = process.cpuUsage(before);
    expect(stderr).toBe('');
    expect(stdout).toMatch(notice);
    expect(Number(/^(\d+) messages in all/m.exec(stdout)?.[1])).toBeGreaterThan(most);
    expect(stdout).not.toContain('REFUSED');
    expect((user + system) / 1000).toBeLessThan(CPU_MS);
  });
});
