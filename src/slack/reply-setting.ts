import type { ResultsSetting } from './views/results-setting.ts';

/** What an answer depends on besides its words. */
export interface ReplySetting extends Omit<ResultsSetting, 'notes' | 'prefix' | 'narrower' | 'elsewhere'> {
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: number;
}
