import { useCallback, useState } from 'preact/hooks';
import type { Refusal } from '../serving/contract.ts';
import type { Notice } from './stage.ts';

export interface NoticeBoard {
  readonly told: readonly (Notice & { readonly id: number })[];
  readonly refusals: readonly Refusal[];
  readonly tell: (notice: Notice) => void;
  readonly dismiss: (id: number) => void;
  readonly dismissRefusal: (id: number) => void;
}

/** What the person has been told and has not put away yet. */
export function useNotices(refusals: readonly Refusal[]): NoticeBoard {
  const [told, setTold] = useState<NoticeBoard['told']>([]);
  const [dismissed, setDismissed] = useState<readonly number[]>([]);
  const tell = useCallback(
    (notice: Notice) => setTold(before => [...before, { ...notice, id: Date.now() + before.length }]),
    [],
  );
  return {
    told,
    refusals: refusals.filter(({ id }) => !dismissed.includes(id)),
    tell,
    dismiss: id => setTold(before => before.filter(notice => notice.id !== id)),
    dismissRefusal: id => setDismissed(before => [...before, id]),
  };
}

/** Errors, and what Slack says beside the conversation. */
export function Notices({ notices, isLost }: { readonly notices: NoticeBoard; readonly isLost: boolean }) {
  const { told, refusals, dismiss, dismissRefusal } = notices;
  return (
    <div class="notices" role="alert">
      {isLost && <p class="notice notice-error">Lectern does not answer. Start it again with npm start.</p>}
      {refusals.map(refusal => (
        <RefusedCall key={refusal.id} refusal={refusal} dismiss={() => dismissRefusal(refusal.id)} />
      ))}
      {told.map(notice => (
        <div key={notice.id} class="notice">
          <p>{notice.text}</p>
          {notice.remedy !== undefined && (
            <button
              type="button"
              class="button button-default"
              onClick={() => {
                notice.remedy?.run();
                dismiss(notice.id);
              }}
            >
              {notice.remedy.label}
            </button>
          )}
          <Dismiss dismiss={() => dismiss(notice.id)} />
        </div>
      ))}
    </div>
  );
}

/** What a contributor has to see at once: Slack would not take this. */
function RefusedCall({ refusal, dismiss }: { readonly refusal: Refusal; readonly dismiss: () => void }) {
  const { method, error, details } = refusal;
  return (
    <div class="notice notice-error">
      <div class="notice-words">
        <p>
          Slack would refuse <code>{method}</code>: <code>{error}</code>
        </p>
        {details.length > 0 && (
          <ul>
            {details.map(detail => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        <details>
          <summary>What was sent</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
          <pre tabIndex={0}>{JSON.stringify(refusal.arguments, null, 2)}</pre>
        </details>
      </div>
      <Dismiss dismiss={dismiss} />
    </div>
  );
}

function Dismiss({ dismiss }: { readonly dismiss: () => void }) {
  return (
    <button type="button" class="icon-button" aria-label="Dismiss" onClick={dismiss}>
      ×
    </button>
  );
}
