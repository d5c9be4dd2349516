import { describe, expect, it } from 'vitest';
import type { Acknowledgement } from '../../../src/local-slack/delivery/envelope.ts';
import {
  buildInteraction,
  channelNameOf,
  requireChannel,
  requireCommands,
  requirePerson,
  shownErrorOf,
} from '../../../src/local-slack/people/context.ts';
import { testState } from '../support.ts';

describe('the error that a person sees', () => {
  const rows: readonly (readonly [Acknowledgement, string | undefined])[] = [
    [{ kind: 'acknowledged', body: undefined }, undefined],
    [{ kind: 'timeout' }, 'operation_timeout'],
    [{ kind: 'refused', status: 500, noRetry: false }, 'http_service_error'],
    [{ kind: 'unreachable' }, 'dispatch_failed'],
    [{ kind: 'held' }, 'dispatch_failed'],
  ];
  it.each(rows)('%j', (acknowledgement, error) => {
    expect(shownErrorOf(acknowledgement)).toBe(error);
  });
});

describe('who acts, and where', () => {
  it('must be a person of the workspace', () => {
    expect(requirePerson(testState(), 'U0JUNE0002').name).toBe('June Okafor');
    for (const id of ['U0NOBODY01', 'U0LECTERN1', '']) {
      expect(() => requirePerson(testState(), id)).toThrow(
        `There is nobody with the id ${id} in this workspace.`,
      );
    }
  });

  it('must be a channel that they can see', () => {
    const state = testState();
    expect(requireChannel(state, 'C0ORGANISE', 'U0MIRA0001').name).toBe('organisers');
    for (const id of ['C0ORGANISE', 'D0MIRA0001', 'C0NOWHERE1']) {
      expect(() => requireChannel(state, id, 'U0JUNE0002')).toThrow(
        `U0JUNE0002 cannot see a channel ${id} in this workspace.`,
      );
    }
  });

  it('needs an app with commands', () => {
    expect(() => requireCommands(testState({ scopes: ['commands', 'chat:write'] }))).not.toThrow();
    expect(() => requireCommands(testState({ scopes: ['chat:write'] }))).toThrow(
      'The app lacks the scope "commands", so it has no slash commands and no shortcuts.',
    );
  });
});

it('names channels as Slack does', () => {
  const { directory } = testState();
  const names = ['C0LOBBY001', 'C0ORGANISE', 'D0MIRA0001'].map(id => {
    const channel = directory.channel(id);
    return channel && channelNameOf(channel);
  });
  expect(names).toEqual(['lobby', 'privategroup', 'directmessage']);
});

it('names the person, the team and the app in every interaction', () => {
  const state = testState();
  expect(buildInteraction(requirePerson(state, 'U0MIRA0001'), state)).toEqual({
    user: { id: 'U0MIRA0001', username: 'mira', name: 'mira', team_id: 'T0HARBOUR1' },
    team: { id: 'T0HARBOUR1', domain: 'harbour-cloud' },
    api_app_id: 'A0LECTERN1',
    token: 'not-to-be-relied-on',
    enterprise: null,
    is_enterprise_install: false,
  });
});
