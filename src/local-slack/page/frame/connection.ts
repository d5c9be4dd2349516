import { useCallback, useEffect, useState } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';
import type { ActName, ActResult, PageState } from '../../serving/contract.ts';

export interface Connection {
  /** Undefined until the first state has come. */
  readonly state: PageState | undefined;
  /** Lectern has stopped, or does not answer. The browser keeps trying. */
  readonly isLost: boolean;
  readonly act: Act;
}

/** The error of an act if Lectern does not answer. */
export const UNREACHABLE = 'unreachable';

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
