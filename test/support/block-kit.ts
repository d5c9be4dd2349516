import { expect } from 'vitest';
import { checkMessage, checkView } from '../../src/local-slack/block-kit/check.ts';
import { checkHouseRules, checkHouseRulesOfView } from '../../src/local-slack/block-kit/house-rules.ts';

/** Slack takes this message, and it keeps our own rules. */
export function expectValidMessage(message: object): void {
  const json = JSON.parse(JSON.stringify(message));
  expect([...checkMessage(json), ...checkHouseRules(json)]).toEqual([]);
}

export function expectValidView(view: object): void {
  const json = JSON.parse(JSON.stringify(view));
  expect([...checkView(json), ...checkHouseRulesOfView(json)]).toEqual([]);
}

/** Every element below this value that could mention, link or shout; texts are none of these, whatever they say. */
export function reachingOut(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(reachingOut);
  if (value === null || typeof value !== 'object') return [];
  const kinds = ['user', 'usergroup', 'channel', 'broadcast', 'link', 'emoji', 'team', 'mrkdwn', 'image'];
  const here = 'type' in value && kinds.includes(String(value.type)) ? [value] : [];
  return [...here, ...Object.values(value).flatMap(reachingOut)];
}
