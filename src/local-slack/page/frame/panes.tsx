import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { objectsIn } from '../../json.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { useForm } from '../block-kit/form.ts';
import { HolderContext } from '../block-kit/holder.ts';
import { AppHead } from './app-head.tsx';
import { Inspect } from './inspect.tsx';
import { useAct, useStage } from './page-context.ts';

/** The app's Home. Opening it tells the app, which then fills it. */
export function AppPane({ notices }: { readonly notices: ComponentChildren }) {
  const { state, inspects } = useStage();
  const act = useAct();
  const { home, bot } = state;
  useEffect(() => void act('home'), [state.you]);
  const dm = state.channels.find(({ kind }) => kind === 'dm');
  const holder = useForm(home);
  return (
    <section class="pane" aria-label={`${bot.name}: Home`}>
      <AppHead dm={dm} tab="home" />
      <div class="home">
        {home === undefined ? (
          <p class="home-empty">{bot.name} has put nothing here yet.</p>
        ) : (
          <HolderContext.Provider value={holder}>
            <Blocks blocks={objectsIn(home.content.blocks)} />
            {inspects && <Inspect json={home.content} label="the Home" />}
          </HolderContext.Provider>
        )}
      </div>
      {notices}
    </section>
  );
}
