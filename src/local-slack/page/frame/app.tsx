import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PageState, ShownChannel } from '../../serving/contract.ts';
import { CardPane } from '../cards/card-pane.tsx';
import { Modal } from '../modal/modal.tsx';
import { type BannerBoard, Banners, splitBanners, useBanners } from './banners.tsx';
import { focusComposer } from './focus.ts';
import { displayNameOf } from './names.tsx';
import {
  type Connection,
  CurrentPage,
  type PageContext,
  useConnection,
  usePageContext,
} from './page-context.ts';
import { AppPane, ChannelPane, ThreadPane } from './panes.tsx';
import { type Preferences, usePreferences } from './preferences.ts';
import { type Route, useRoute } from './route.ts';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';

/** Mira, who attends the conference. */
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
  readonly state: PageState;
  readonly preferences: Preferences;
}

function Workspace({ connection: { act, isLost }, state, preferences }: WorkspaceProps) {
  const route = useRoute();
  const [isSidebarOpen, openSidebar] = useState(false);
  const board = useBanners(state, route, isLost);
  const { inspects } = preferences;
  const { showBanner, clearBanners } = board;
  const context: PageContext = useMemo(
    () => ({ state, act, inspects, showBanner, clearBanners }),
    [state, act, inspects],
  );
  useEffect(() => openSidebar(false), [route]);
  const channel = findChannel(route, state);
  useTitle(channel, state);
  const modal = state.modals.at(-1);
  return (
    <CurrentPage.Provider value={context}>
      <div class={`frame${isSidebarOpen ? ' frame-sidebar' : ''}`}>
        {!route.isHome && (
          <button type="button" class="skip-link" onClick={focusComposer}>
            Skip to the message box
          </button>
        )}
        <TopBar
          preferences={preferences}
          onMenu={() => openSidebar(!isSidebarOpen)}
          isMenuOpen={isSidebarOpen}
        />
        <Sidebar here={channel?.id} />
        <main class="panes" onClickCapture={() => openSidebar(false)}>
          <Panes channel={channel} thread={route.thread} board={board} />
        </main>
        {modal !== undefined && <Modal key={modal.id} view={modal} banners={<Banners board={board} />} />}
      </div>
    </CurrentPage.Provider>
  );
}

interface PanesProps {
  /** Undefined on the app's Home. */
  readonly channel: ShownChannel | undefined;
  readonly thread: string | undefined;
  readonly board: BannerBoard;
}

/** The app's Home; or a channel, with an opened card or a thread beside it. An open modal shows the banners in place of a channel. */
function Panes({ channel, thread, board }: PanesProps) {
  const { state } = usePageContext();
  if (channel === undefined) return <AppPane banners={<Banners board={board} />} />;
  const boards = splitBanners(board, thread);
  const isCovered = state.modals.length > 0;
  return (
    <>
      <ChannelPane
        key={channel.id}
        channel={channel}
        banners={!isCovered && <Banners board={boards.channel} />}
      />
      {state.pane !== undefined && <CardPane key={state.pane.link.ts} pane={state.pane} />}
      {state.pane === undefined && thread !== undefined && (
        <ThreadPane
          channel={channel}
          root={thread}
          banners={!isCovered && <Banners board={boards.thread} />}
        />
      )}
    </>
  );
}

function useTitle(channel: ShownChannel | undefined, state: PageState): void {
  const name = channel === undefined ? state.bot.name : displayNameOf(channel.id, state);
  useEffect(() => {
    document.title = `${name} · ${state.team}`;
  }, [name]);
}

/** The channel of a route, or the lobby if there is no such channel; undefined on the app's Home. */
function findChannel({ channel: id, isHome }: Route, { channels }: PageState): ShownChannel | undefined {
  if (isHome) return undefined;
  return (
    channels.find(channel => channel.id === id) ??
    channels.find(({ name }) => name === 'lobby') ??
    channels[0]
  );
}
