import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { AppContext } from '../app-context.ts';
import { home } from '../views/home.ts';

export function onHomeOpened(app: AppContext) {
  return async ({
    event,
    client,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    await client.views.publish({ user_id: event.user, view: home(app.current()) });
    // A person who opens the Home is likely to search next; by then their time zone should be known.
    await app.readers.learn(event.user);
  };
}
