import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { webServer } from '../../support/web-server.ts';
import { LIGHTHOUSE, lectern } from '../support.ts';

const CSV = 'title,start,end,room\nCeph at sea,2027-05-11T09:00,2027-05-11T09:45,Quay Hall\n';

describe('check, given a web address,', () => {
  test('reads what the page there links, and says what to save', async () => {
    const { url, host } = await webServer((request, response) =>
      response.end(request.url === '/schedule.xml' ? CSV : '<!doctype html><a href="/schedule.xml">XML</a>'),
    );
    const { code, stdout } = await lectern(['check', `${url}/`]);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^file +format/),
      expect.stringMatching(`^${host} +schedule-csv`),
      '',
      expect.stringMatching(/^warning .* Nothing says in which time zone these times are/),
      '',
      '1 talk by 0 speakers in 1 file of 1 conference; 0 errors, 1 warning',
      '',
      'To have Lectern answer for it, save this as conference.yml in DATA_DIR:',
      '',
      'sources:',
      `  - url: ${url}/`,
      '# name: Harbour Cloud Days 2027   # as people call it; the source does not say it',
      '# timeZone: Europe/Madrid   # of the place; the times there do not say it',
      '',
    ]);
  });

  test('says what is wrong with it', async () => {
    const { url, host } = await webServer((_, response) => response.writeHead(404).end());
    const { code, stdout } = await lectern(['check', '--json', `${url}/s3cret`]);
    const { files } = JSON.parse(stdout);
    expect({ code, file: files[0].file, problems: files[0].problems }).toEqual({
      code: 1,
      file: host,
      problems: [
        {
          severity: 'error',
          line: null,
          item: null,
          message: `${host} has nothing at this address (status 404).`,
        },
      ],
    });
  });

  test('beside folders counts both', async () => {
    const { url } = await webServer((_, response) => response.end(CSV));
    const { stdout } = await lectern(['check', '--json', url, temporaryFolder(LIGHTHOUSE)]);
    expect(JSON.parse(stdout)).toMatchObject({ talks: 3, conferences: 2 });
  });
});
