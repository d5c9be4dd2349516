import { useCallback, useEffect, useState } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';
import type { ActResult, PageState } from '../../serving/contract.ts';

export interface Connection {
  /** None before the first has come. */
  readonly state: PageState | undefined;
  /** Lectern has ended, or does not answer; the browser goes on trying. */
  readonly isLost: boolean;
  readonly act: Act;
}

/** The error of an act that nobody answered. */
export const UNREACHABLE = 'unreachable';

/** Does something as the person whose page this is. */
export type Act = (name: string, fields?: JsonObject) => Promise<ActResult>;

/** What one person sees of the workspace, kept up to date, and a way to do something in it. */
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
      const answer = await send({ ...fields, act: name, user });
      setLost(answer.error === UNREACHABLE);
      return answer;
    },
    [user],
  );
  return { state, isLost, act };
}

async function send(asked: JsonObject): Promise<ActResult> {
  try {
    const response = await fetch('/page/acts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    return response.ok ? ((await response.json()) as ActResult) : { error: `HTTP ${response.status}` };
  } catch {
    return { error: UNREACHABLE };
  }
}
