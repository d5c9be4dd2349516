import { dateText } from '../../text/dates.ts';
import { appTime } from '../frame/app-time.ts';
import { you } from '../frame/names.ts';
import { useStage } from '../frame/page-context.ts';

interface DateToken {
  readonly seconds: number;
  readonly format: string;
  readonly fallback: string;
}

/** Writes date tokens in the zone of whoever looks, with today and tomorrow by the app's clock. */
export function useDateText(): (token: DateToken) => string {
  const { state } = useStage();
  const reader = { timeZone: you(state).timeZone, now: appTime(state.clock, Date.now()) };
  return token => dateText(token, reader);
}
