import type { Preferences } from './preferences.ts';
import type { Alert, Star } from './stars.ts';

/** Something that a person did to what is kept for them, so that it can be taken back. */
export type Act =
  | { readonly kind: 'star' | 'unstar'; readonly stars: readonly Pick<Star, 'conference' | 'talk'>[] }
  | ({ readonly kind: 'alert' | 'remove alert' } & Pick<Alert, 'conference' | 'words'>)
  | {
      readonly kind: 'preference';
      readonly name: keyof Preferences;
      /** All that held until then. JSON leaves out what was not chosen. */
      readonly before: Partial<Preferences>;
    };
