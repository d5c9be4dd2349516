import { useEffect, useMemo, useState } from 'preact/hooks';
import { Modal } from '../modal/modal.tsx';
import { Banners, splitBanners, useBanners } from './banners.tsx';
import { type Connection, useConnection } from './connection.ts';
import { focusComposer } from './focus.ts';
import { displayNameOf } from './names.tsx';
import { PAGE_CONTEXT, type PageContext } from './page-context.ts';
import { AppPane, ChannelPane, ThreadPane } from './panes.tsx';
import { usePreferences } from './preferences.ts';
import { useRoute } from './route.ts';
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
  readonly state: PageContext['state'];
  readonly preferences: ReturnType<typeof usePreferences>;
}

function Workspace({ connection: { act, isLost }, state, preferences }: WorkspaceProps) {
  const place = useRoute();
  const [isSidebarOpen, openSidebar] = useState(false);
  const notices = useBanners(state, place, isLost);
  const stage: PageContext = useMemo(
    () => ({ state, act, inspects: preferences.inspects, tell: notices.tell, untell: notices.untell }),
    [state, act, preferences.inspects],
  );
  useEffect(() => openSidebar(false), [place]);
  const channel = state.channels.find(({ id }) => id === place.channel) ?? lobby(state);
  const modal = state.modals.at(-1);
  const title = place.isHome || channel === undefined ? state.bot.name : displayNameOf(channel.id, state);
  useEffect(() => {
    document.title = `${title} · ${state.team}`;
  }, [title]);
  const told = splitBanners(notices, place);
  return (
    <PAGE_CONTEXT.Provider value={stage}>
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
            <AppPane notices={<Banners board={notices} />} />
          ) : (
            <ChannelPane
              key={channel.id}
              channel={channel}
              notices={modal === undefined && <Banners board={told.channel} />}
            />
          )}
          {place.thread !== undefined && channel !== undefined && (
            <ThreadPane
              channel={channel}
              root={place.thread}
              notices={modal === undefined && <Banners board={told.thread} />}
            />
          )}
        </main>
        {modal !== undefined && <Modal key={modal.id} view={modal} notices={<Banners board={notices} />} />}
      </div>
    </PAGE_CONTEXT.Provider>
  );
}

function lobby({ channels }: PageContext['state']) {
  return channels.find(({ name }) => name === 'lobby') ?? channels[0];
}
