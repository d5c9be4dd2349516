import { ACTION, CALLBACK } from './action-ids.ts';
import type { AppContext } from './app-context.ts';
import type { Listener } from './boundary.ts';
import { onRateButton, onRateSubmitted, onTakeRatingBackButton } from './feedback/rate.ts';
import { onEntityDetails, onLinkShared } from './links/on-link.ts';
import { onRemoveAlertButton, onUndoAlertButton } from './listeners/alerts.ts';
import { onPageButton, onSearch } from './listeners/buttons.ts';
import {
  onCalendarButton,
  onCalendarFileButton,
  onLinkButton,
  onRevokeButton,
} from './listeners/calendar.ts';
import { onDetailsButton, onDetailsMenu } from './listeners/details.ts';
import { onDigestFormButton, onDigestMention, onDigestQuestion } from './listeners/digest.ts';
import { onDigestDespite } from './listeners/digest-despite.ts';
import {
  onDigestButton,
  onDigestChange,
  onDigestChosen,
  onDigestSubmitted,
  onDigestTest,
} from './listeners/digest-form.ts';
import { onFindShortcut, onFindSubmitted, onRelatedShortcut } from './listeners/find.ts';
import { onHomeOpened } from './listeners/home.ts';
import { onDirectMessage, onMention, onTalkCommand } from './listeners/messages.ts';
import { onChangesButton, onRemindButton } from './listeners/my-notices.ts';
import { onFileButton, onUnstarAllButton } from './listeners/personal.ts';
import { onForgetButton, onSettingsButton, onSettingsSubmitted } from './listeners/settings.ts';
import { onShareButton, onShareElsewhereButton, onShareSubmitted } from './listeners/share.ts';
import { onStarButton } from './listeners/star.ts';
import {
  answerOutdated,
  inDigestForm,
  inMessage,
  inMessageOrHome,
  isAnswerable,
  withChoice,
} from './outdated.ts';
import type { Arguments } from './tell-person.ts';

/** Bolt gives each listener the arguments of its kind of request; the name says which that is. */
type Listeners = Readonly<Record<string, ((args: never) => Promise<void>) | undefined>>;

/**
 * Hands each request to its listener. The manifest must name the same commands, events and shortcuts; a test compares the
 * two. For Bolt this is a single one: it copies all arguments for each listener and middleware that it knows, and offers
 * each request to all of them.
 */
export function dispatch(context: AppContext): Listener {
  const listeners: Listeners = {
    'command /talk': onTalkCommand(context),
    'event app_mention': onMention(context),
    'event message': onDirectMessage(context),
    'event app_home_opened': onHomeOpened(context),
    'event link_shared': onLinkShared(context),
    'event entity_details_requested': onEntityDetails(context),
    [`shortcut ${CALLBACK.find}`]: onFindShortcut(context),
    [`message_action ${CALLBACK.related}`]: onRelatedShortcut(context),
  };
  const actions: Listeners = actionListeners(context);
  const forms: Listeners = formListeners(context);
  const find = (table: Listeners, name: string) => (Object.hasOwn(table, name) ? table[name] : undefined);
  const listenerOf = (args: Arguments): Listeners[string] => {
    if ('command' in args) return find(listeners, `command ${args.command.command}`);
    if ('event' in args) return find(listeners, `event ${args.event.type}`);
    if ('shortcut' in args) return find(listeners, `${args.shortcut.type} ${args.shortcut.callback_id}`);
    if ('action' in args && 'action_id' in args.action)
      return isAnswerable(args as never) ? find(actions, kindOf(args.action.action_id)) : undefined;
    return args.body.type === 'view_submission' ? find(forms, args.body.view.callback_id) : undefined;
  };
  return args => (listenerOf(args) ?? answerOutdated)(args as never);
}

/** The id without what makes it the only one in its block: `search:run` of `search:run:track:3`. */
function kindOf(actionId: string): string {
  return actionId.split(':', 2).join(':');
}

function actionListeners(
  context: AppContext,
): Record<(typeof ACTION)[keyof typeof ACTION], (args: never) => Promise<void>> {
  return {
    [ACTION.details]: onDetailsButton(context),
    [ACTION.detailsOf]: withChoice(onDetailsMenu(context)),
    [ACTION.share]: inMessage(onShareButton(context)),
    [ACTION.shareElsewhere]: onShareElsewhereButton(context),
    [ACTION.star]: onStarButton('star', context),
    [ACTION.unstar]: onStarButton('unstar', context),
    [ACTION.unstarAll]: inMessage(onUnstarAllButton(context)),
    [ACTION.more]: onPageButton(context),
    [ACTION.back]: onPageButton(context),
    [ACTION.jump]: onPageButton(context),
    [ACTION.search]: onSearch(context),
    [ACTION.homeSearch]: onSearch(context),
    [ACTION.digestForm]: inMessage(onDigestFormButton(context)),
    [ACTION.digestDespite]: onDigestDespite(context),
    [ACTION.digestChosen]: inDigestForm(withChoice(onDigestChosen(context))),
    [ACTION.digestMention]: inDigestForm(onDigestMention),
    [ACTION.digestTest]: inDigestForm(onDigestTest(context)),
    [ACTION.digestNow]: inDigestForm(onDigestButton(context)),
    [ACTION.digestPause]: inDigestForm(onDigestButton(context)),
    [ACTION.digestRemove]: inDigestForm(onDigestButton(context)),
    [ACTION.digestChange]: onDigestChange(context),
    [ACTION.digestPostIt]: inMessage(onDigestQuestion('post it', context)),
    [ACTION.digestIsThere]: inMessage(onDigestQuestion('it is there', context)),
    [ACTION.stopChanges]: inMessage(onChangesButton(false, context)),
    [ACTION.resumeChanges]: inMessage(onChangesButton(true, context)),
    [ACTION.remind]: inMessage(onRemindButton(context)),
    [ACTION.alertRemove]: inMessageOrHome(onRemoveAlertButton(context)),
    [ACTION.alertUndo]: inMessage(onUndoAlertButton(context)),
    [ACTION.calendar]: onCalendarButton(context),
    [ACTION.calendarFile]: onCalendarFileButton(context),
    [ACTION.calendarLink]: onLinkButton,
    [ACTION.calendarRevoke]: onRevokeButton('this one', context),
    [ACTION.calendarRevokeOthers]: onRevokeButton('the others', context),
    [ACTION.insightFile]: inMessage(onFileButton(context)),
    [ACTION.rate]: onRateButton(context),
    [ACTION.takeRatingBack]: onTakeRatingBackButton(context),
    [ACTION.feedbackFile]: inMessage(onFileButton(context)),
    [ACTION.settings]: onSettingsButton(context),
    [ACTION.forget]: onForgetButton(context),
  };
}

function formListeners(context: AppContext): Listeners {
  return {
    [CALLBACK.findSubmitted]: onFindSubmitted(context),
    [CALLBACK.shareSubmitted]: onShareSubmitted(context),
    [CALLBACK.digestSubmitted]: inDigestForm(onDigestSubmitted(context)),
    [CALLBACK.rateSubmitted]: onRateSubmitted(context),
    [CALLBACK.settingsSubmitted]: onSettingsSubmitted(context),
  };
}
