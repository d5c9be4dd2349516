import { describe, expect, it } from 'vitest';
import {
  isRefusal,
  refuse,
  refuseRate,
  refuseScope,
  refuseViolations,
  succeed,
  toResponse,
} from '../../../src/local-slack/web-api/responses.ts';

describe('a body', () => {
  it('says whether the call succeeded', () => {
    expect([succeed(), succeed({ ts: '1.2' })]).toEqual([{ ok: true }, { ok: true, ts: '1.2' }]);
    expect([refuse('no_text'), refuse('unknown_method', { req_method: 'x' })]).toEqual([
      { ok: false, error: 'no_text' },
      { ok: false, error: 'unknown_method', req_method: 'x' },
    ]);
  });

  it('names each broken rule and its place, twice, as Slack does', () => {
    const violations = [
      { path: '/blocks/0', rule: 'must be an object' },
      { path: '', rule: 'no_text' },
    ];
    expect(refuseViolations('invalid_blocks', violations, '/view')).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be an object [json-pointer:/view/blocks/0]', 'no_text [json-pointer:/view]'],
      response_metadata: {
        messages: [
          '[ERROR] must be an object [json-pointer:/view/blocks/0]',
          '[ERROR] no_text [json-pointer:/view]',
        ],
      },
    });
  });

  it('names the scope that is missing, and those that are there', () => {
    expect(refuseScope('im:write', new Set(['commands', 'chat:write']))).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'im:write',
      provided: 'commands,chat:write',
    });
  });

  it.each([
    [{ ok: false, error: 'x' }, true],
    [{ ok: true }, false],
    [{ ok: 'false' }, false],
    [{ members: new Set() }, false],
    [{}, false],
  ])('%j is a refusal: %s', (value, expected) => {
    expect(isRefusal(value)).toBe(expected);
  });
});

describe('a response', () => {
  it('has status 200, also for a refusal', () => {
    const body = refuse('no_text');
    expect(toResponse(body)).toEqual({ status: 200, headers: {}, body });
  });

  it('has status 429 and the seconds to wait for a call that came too fast', () => {
    expect(refuseRate(7)).toEqual({
      status: 429,
      headers: { 'retry-after': '7' },
      body: { ok: false, error: 'ratelimited' },
    });
  });
});
