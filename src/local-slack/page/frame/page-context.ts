import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageState } from '../../serving/contract.ts';
import { type Act, UNREACHABLE } from './connection.ts';

/** The state and the functions that every part of the page may use. */
export interface PageContext {
  readonly state: PageState;
  readonly act: Act;
  /** Whether messages show their JSON. */
  readonly inspects: boolean;
  readonly showBanner: (banner: Banner) => void;
  readonly clearBanners: () => void;
}

/** A sentence of Slack's beside the conversation. */
export interface Banner {
  readonly text: string;
  /** A button that solves it. */
  readonly remedy?: { readonly label: string; readonly run: () => void };
  /** It belongs beside the thread, where the person acted. */
  readonly isInThread?: boolean;
}

export const CurrentPage = createContext<PageContext | undefined>(undefined);

export function usePageContext(): PageContext {
  const context = useContext(CurrentPage);
  if (context === undefined) throw new Error('This part of the page needs a CurrentPage around it.');
  return context;
}

/** Returns a function that acts for the person and shows an error as a banner; a success clears the banners. */
export function useAct(): Act {
  const { act, showBanner, clearBanners } = usePageContext();
  return async (name, fields) => {
    const result = await act(name, fields);
    const { error, errors } = result;
    // The frame itself shows a lost connection for as long as it lasts.
    if (error !== undefined && error !== UNREACHABLE) showBanner({ text: explainError(error) });
    if (error === undefined && errors === undefined) clearBanners();
    return result;
  };
}

/** Adds the name of Slack's error, by which Slack's documentation explains it. */
function explainError(error: string): string {
  const sentence = EXPLANATIONS[error];
  return sentence === undefined ? error : `${sentence} (${error})`;
}

const EXPLANATIONS: { readonly [error: string]: string | undefined } = {
  operation_timeout: 'Lectern did not answer within three seconds.',
  dispatch_failed: 'Lectern could not be reached.',
  http_service_error: 'Lectern answered with an error.',
  invalid_command_response: 'Slack would refuse Lectern’s answer.',
  invalid_view_response: 'Slack would refuse Lectern’s answer to this form.',
};
