import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';
import type { ActName, ActResult, PageState } from '../../serving/contract.ts';

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

export interface Connection {
  /** Undefined until the first state has come. */
  readonly state: PageState | undefined;
  /** Lectern has stopped, or does not answer. The browser keeps trying. */
  readonly isLost: boolean;
  readonly act: Act;
}

/** The error of an act if Lectern does not answer. */
const UNREACHABLE = 'unreachable';

/** Acts as the person whose page this is. */
export type Act = (name: ActName, fields?: JsonObject) => Promise<ActResult>;

/** Keeps the state that one person sees up to date, and lets them act. */
export function useConnection(user: string): Connection {
  const [state, setState] = useState<PageState>();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const changes = new EventSource(`/page/changes?user=${encodeURIComponent(user)}`);
    changes.onopen = () => setLost(false);
    changes.onerror = () => setLost(true);
    changes.onmessage = ({ data }) => setState(JSON.parse(data) as PageState);
    return () => changes.close();
  }, [user]);
  const act: Act = useCallback(
    async (name, fields = {}) => {
      const result = await sendAct({ ...fields, act: name, user });
      setLost(result.error === UNREACHABLE);
      return result;
    },
    [user],
  );
  return { state, isLost, act };
}

async function sendAct(act: JsonObject): Promise<ActResult> {
  try {
    const response = await fetch('/page/acts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    return response.ok ? ((await response.json()) as ActResult) : { error: `HTTP ${response.status}` };
  } catch {
    return { error: UNREACHABLE };
  }
}
