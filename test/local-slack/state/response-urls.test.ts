import { describe, expect, it } from 'vitest';
import { Identifiers } from '../../../src/local-slack/state/identifiers.ts';
import { ResponseUrls } from '../../../src/local-slack/state/response-urls.ts';
import { manualClock } from '../support.ts';

const TARGET = { user: 'U0MIRA0001', channel: 'C0LOBBY001' };
const MINUTE_MS = 60_000;

function issued(target: Parameters<ResponseUrls['issue']>[0] = TARGET) {
  const clock = manualClock();
  const urls = new ResponseUrls(clock, new Identifiers(clock));
  urls.setBase('http://127.0.0.1:1');
  const url = urls.issue(target);
  const secret = url.split('/').at(-1) ?? '';
  const use = (times: number) => Array.from({ length: times }, () => urls.use(secret));
  return { clock, urls, url, use };
}

describe('a response_url', () => {
  it('is an address of the server with a secret in it', () => {
    expect(issued().url).toMatch(/^http:\/\/127\.0\.0\.1:1\/response\/[\w-]{22,}$/);
  });

  it('is good for five uses', () => {
    const { use } = issued();
    expect(use(6)).toEqual([TARGET, TARGET, TARGET, TARGET, TARGET, 'used_url']);
  });

  it('is good for as many uses as its target says', () => {
    const once = { ...TARGET, usesMax: 1 };
    expect(issued(once).use(2)).toEqual([once, 'used_url']);
  });

  it('is good for thirty minutes, used or not', () => {
    const { clock, use } = issued();
    clock.advance(30 * MINUTE_MS);
    expect(use(1)).toEqual([TARGET]);
    clock.advance(1);
    expect(use(1)).toEqual(['expired_url']);
  });

  it('is expired rather than used where it is both', () => {
    const { clock, use } = issued();
    use(5);
    clock.advance(30 * MINUTE_MS + 1);
    expect(use(1)).toEqual(['expired_url']);
  });

  it('cannot be guessed', () => {
    expect(issued().urls.use('guessed')).toBe('unknown_url');
  });

  it('remembers what it posted last, for the same target is given at each use', () => {
    const target = { ...TARGET, original: '1.000001' };
    const { use } = issued(target);
    target.original = '2.000002';
    expect(use(1)).toEqual([{ ...TARGET, original: '2.000002' }]);
  });
});
