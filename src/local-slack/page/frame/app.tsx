import { useEffect, useMemo, useState } from 'preact/hooks';
import { Modal } from '../modal/modal.tsx';
import { divided, Notices, useNotices } from './banners.tsx';
import { type Connection, useConnection } from './connection.ts';
import { focusComposer } from './focus.ts';
import { nameOf } from './names.tsx';
import { type Stage, StageContext } from './page-context.ts';
import { AppPane, ChannelPane, ThreadPane } from './panes.tsx';
import { usePreferences } from './preferences.ts';
import { usePlace } from './route.ts';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';

/** Whose page it is at first: Mira, who has come to the conference. */
const FIRST_PERSON = 'U0MIRA0001';

export function App() {
  const preferences = usePreferences(FIRST_PERSON);
  const connection = useConnection(preferences.person);
  const { state } = connection;
  if (state === undefined)
    return <p class="waiting">{connection.isLost ? 'Lectern does not answer.' : 'Opening…'}</p>;
  return <Workspace connection={connection} state={state} preferences={preferences} />;
}

interface WorkspaceProps {
  readonly connection: Connection;
  readonly state: Stage['state'];
  readonly preferences: ReturnType<typeof usePreferences>;
}

function Workspace({ connection: { act, isLost }, state, preferences }: WorkspaceProps) {
  const place = usePlace();
  const [isSidebarOpen, openSidebar] = useState(false);
  const notices = useNotices(state, place, isLost);
  const stage: Stage = useMemo(
    () => ({ state, act, inspects: preferences.inspects, tell: notices.tell, untell: notices.untell }),
    [state, act, preferences.inspects],
  );
  useEffect(() => openSidebar(false), [place]);
  const channel = state.channels.find(({ id }) => id === place.channel) ?? lobby(state);
  const modal = state.modals.at(-1);
  const title = place.isHome || channel === undefined ? state.bot.name : nameOf(channel.id, state);
  useEffect(() => {
    document.title = `${title} · ${state.team}`;
  }, [title]);
  const told = divided(notices, place);
  return (
    <StageContext.Provider value={stage}>
      <div class={`frame${isSidebarOpen ? ' frame-sidebar' : ''}`}>
        {!place.isHome && (
          <button type="button" class="skip-link" onClick={focusComposer}>
            Skip to the message box
          </button>
        )}
        <TopBar
          preferences={preferences}
          onMenu={() => openSidebar(!isSidebarOpen)}
          isMenuOpen={isSidebarOpen}
        />
        <Sidebar here={place.isHome ? undefined : channel?.id} />
        <main class="panes" onClickCapture={() => openSidebar(false)}>
          {place.isHome || channel === undefined ? (
            <AppPane notices={<Notices board={notices} />} />
          ) : (
            <ChannelPane
              key={channel.id}
              channel={channel}
              notices={modal === undefined && <Notices board={told.channel} />}
            />
          )}
          {place.thread !== undefined && channel !== undefined && (
            <ThreadPane
              channel={channel}
              root={place.thread}
              notices={modal === undefined && <Notices board={told.thread} />}
            />
          )}
        </main>
        {modal !== undefined && <Modal key={modal.id} view={modal} notices={<Notices board={notices} />} />}
      </div>
    </StageContext.Provider>
  );
}

function lobby({ channels }: Stage['state']) {
  return channels.find(({ name }) => name === 'lobby') ?? channels[0];
}
