import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { AppContext } from '../app-context.ts';
import { home } from '../views/home.ts';

export function onHomeOpened(setting: AppContext) {
  return async ({
    event,
    client,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    await client.views.publish({ user_id: event.user, view: home(setting.current()) });
    // Whoever looks at the Home is likely to ask next, and then reads times as their own.
    await setting.readers.learn(event.user, client);
  };
}
