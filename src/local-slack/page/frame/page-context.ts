import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageState } from '../../serving/contract.ts';
import { type Act, UNREACHABLE } from './connection.ts';

/** What every part of the page may look at and do. */
export interface PageContext {
  readonly state: PageState;
  readonly act: Act;
  /** Whether messages show their JSON. */
  readonly inspects: boolean;
  /** Tells the person what Slack would tell them beside the conversation. */
  readonly tell: (notice: Banner) => void;
  /** Takes back what the person was told. */
  readonly untell: () => void;
}

export interface Banner {
  readonly text: string;
  /** What can be done about it. */
  readonly remedy?: { readonly label: string; readonly run: () => void };
  /** It came of what was done in the thread. */
  readonly isInThread?: boolean;
}

export const PAGE_CONTEXT = createContext<PageContext | undefined>(undefined);

export function usePageContext(): PageContext {
  const stage = useContext(PAGE_CONTEXT);
  if (stage === undefined) throw new Error('There is no stage around this part of the page.');
  return stage;
}

/** Does something; where Slack would tell of an error, the person is told, until something succeeds. */
export function useAct(): Act {
  const { act, tell, untell } = usePageContext();
  return async (name, fields) => {
    const answer = await act(name, fields);
    const { error, errors } = answer;
    // That nobody answers is told for as long as it is so.
    if (error !== undefined && error !== UNREACHABLE) tell({ text: sentenceFor(error) });
    if (error === undefined && errors === undefined) untell();
    return answer;
  };
}

/** What an error of Slack's means, with its own name, by which its manual explains it. */
function sentenceFor(error: string): string {
  const sentence = SENTENCES[error];
  return sentence === undefined ? error : `${sentence} (${error})`;
}

const SENTENCES: { readonly [error: string]: string | undefined } = {
  operation_timeout: 'Lectern did not answer within three seconds.',
  dispatch_failed: 'Lectern could not be reached.',
  http_service_error: 'Lectern answered with an error.',
  invalid_command_response: 'Slack would not take what Lectern answered.',
  invalid_view_response: 'Slack would not take what Lectern answered to this form.',
};
