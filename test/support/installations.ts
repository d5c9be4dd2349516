import { expect } from 'vitest';
import type { Installation, KeptInstallation } from '../../src/store/workspaces/installations.ts';

/** Lectern in the workspace T1, with a token that does not end. */
export function installation(given: Partial<Installation> = {}): Installation {
  return {
    workspace: 'T1',
    bot: {
      token: 'xoxb-harbour-1',
      rotation: undefined,
      id: 'B0LECTERN1',
      userId: 'U0LECTERN1',
      scopes: ['commands', 'chat:write'],
    },
    installedAt: 1000,
    ...given,
  };
}

/** The same with a token that ends, in seconds since 1970. */
export function rotating(token: string, expiresAt: number): Installation {
  const whole = installation();
  return { ...whole, bot: { ...whole.bot, token, rotation: { refreshToken: `xoxe-1-${token}`, expiresAt } } };
}

/** The same as a test expects to find it in the store. */
export function kept(expected: Installation): KeptInstallation {
  return { ...expected, version: expect.any(String) };
}
