import type { Preferences } from './preferences.ts';
import type { Alert, Star } from './stars.ts';

/** Something that a person did to what is kept for them, so that it can be taken back. */
export type Act =
  | { readonly kind: 'star' | 'unstar'; readonly stars: readonly Pick<Star, 'conference' | 'talk'>[] }
  | ({ readonly kind: 'alert' | 'remove alert' } & Pick<Alert, 'conference' | 'words'>)
  | Choice;

/** JSON leaves `before` out where nothing was chosen. */
interface Choice<Name extends ChosenByMessage = ChosenByMessage> {
  readonly kind: 'preference';
  readonly name: Name;
  readonly before?: Preferences[Name] | undefined;
  /** If something else holds by now, the person has chosen anew since. */
  readonly after: Preferences[Name];
}

/** The preferences that are chosen one by one, outside of the form. */
export type ChosenByMessage = 'reminders' | 'changes';
