import { typedWords } from '../../conversation/constraints/typed-words.ts';
import { noSuchPlace } from '../../conversation/follow-ups/follow.ts';
import { readFollowUp } from '../../conversation/follow-ups/follow-up.ts';
import { asObjects, asString, isObject, type JsonObject } from '../../local-slack/json.ts';
import type { Message } from '../../local-slack/state/messages.ts';
import type { View } from '../../local-slack/state/views.ts';
import { formatMessage, formatView } from '../../local-slack/text/blocks.ts';
import type { TextReader } from '../../local-slack/text/reader.ts';
import type { Workspace } from '../../local-slack/workspace.ts';
import { splitTyped } from '../../search/query/parse-query.ts';
import { ACTION, CALLBACK } from '../../slack/action-ids.ts';
import { withoutControls } from '../io.ts';

/**
 * One person's conversation with Lectern in the local workspace: `/talk ceph` is typed in a channel, `@Lectern ceph` is a
 * mention there, `:1` presses the first button of the last answer, and anything else is a direct message.
 */
export class ChatSession {
  readonly #workspace: Workspace;
  readonly #here: { readonly user: string; readonly channel: string };
  /** Messages that were shown, by channel and timestamp. */
  readonly #shown = new Set<string>();
  #last: Shown | undefined;
  /** The same without messages that came by themselves: words such as `more` act on it. */
  #answer: Shown | undefined;
  #hasSaidHowToPress = false;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#here = { user: workspace.people.mira.id, channel: workspace.channels.lobby.id };
  }

  /** Returns the answer to a line as the person would see it. */
  answer(line: string): Promise<string> {
    // The workspace says why Slack would not take a line; that is the answer then.
    return this.#type(line).catch((error: Error) => error.message);
  }

  /** Returns messages that came by themselves, such as a digest, and were not shown yet; each with its place. */
  arrivals(): readonly string[] {
    return messagesTo(this.#here.user, this.#workspace)
      .filter(message => !this.#shown.has(messageKey(message)))
      .map(message => `${placeOf(message, this.#workspace)}:\n${this.#print(message)}`);
  }

  #type(line: string): Promise<string> {
    const number = /^:(\d+)$/.exec(line)?.[1];
    const mention = /^@lectern\b\s*(.*)$/is.exec(line)?.[1];
    if (number !== undefined) return this.#press(Number(number));
    if (line.startsWith('/')) return this.#typeCommand(line);
    if (mention !== undefined)
      return this.#awaitAnswer(() => this.#workspace.mention({ ...this.#here, text: mention }));
    const followed = this.#buttonFor(line);
    if (typeof followed === 'string') return Promise.resolve(followed);
    if (followed !== undefined) return this.#press(followed, this.#answer);
    return this.#awaitAnswer(() => this.#workspace.directMessage({ user: this.#here.user, text: line }));
  }

  async #typeCommand(line: string): Promise<string> {
    const [, command = '', text = ''] = /^(\/\S*)\s*(.*)$/s.exec(line) ?? [];
    if (command !== '/talk') return `There is no command ${command} here. Lectern's is /talk: try /talk help`;
    const modalBefore = this.#topModal();
    const { error, message } = await this.#workspace.command({
      ...this.#here,
      command,
      text,
      shouldEscape: true,
    });
    if (message !== undefined) return this.#show(message);
    const modal = this.#topModal();
    if (modal !== undefined && modal !== modalBefore) return this.#show(modal);
    return `Slack would say: /talk failed with the error "${error ?? 'no answer'}".`;
  }

  /**
   * The number of the button that a word like `more`, `2` or `star 2` presses in an answer to `/talk` or a mention, or a
   * sentence if there is none; undefined if it is no such word. Lectern follows its answers in direct messages by itself.
   */
  #buttonFor(line: string): number | string | undefined {
    const holder = this.#answer;
    if (holder === undefined || !('ts' in holder)) return undefined;
    if (this.#workspace.directory.channel(holder.channel)?.kind === 'dm') return undefined;
    const { buttons } = numberButtons(blocksOf(holder));
    const numbersOf = (...actions: readonly string[]) =>
      buttons.flatMap(({ actionId }, index) => (actions.includes(actionId) ? index + 1 : []));
    const followUp = readFollowUp(typedWords(splitTyped(line).parts));
    switch (followUp?.kind) {
      case 'page':
        return numbersOf(ACTION[followUp.to])[0] ?? THAT_WAS_ALL;
      case 'talk': {
        const { place = 1, wish } = followUp;
        const isStar = wish === 'star' || wish === 'unstar';
        const numbers = isStar ? numbersOf(ACTION.star, ACTION.unstar) : numbersOf(ACTION[wish]);
        const number = place < 0 ? numbers.at(place) : numbers[place - 1];
        if (number === undefined) return noSuchPlace(numbers.length);
        const isDone = isStar && buttons[number - 1]?.actionId !== ACTION[wish];
        return isDone ? `That talk is ${wish === 'star' ? 'starred already' : 'not starred'}.` : number;
      }
      case undefined:
        return undefined;
    }
  }

  async #press(number: number, holder = this.#last): Promise<string> {
    const button = holder && numberButtons(blocksOf(holder)).buttons[number - 1];
    if (holder === undefined || button === undefined) return `The last answer has no button :${number}.`;
    try {
      return await this.#awaitAnswer(() =>
        this.#workspace.click({ user: this.#here.user, in: holder, ...button }),
      );
    } catch {
      // The workspace throws if the view that held the button was closed; a person may well press it.
      return `The button :${number} is no longer there.`;
    }
  }

  /** Acts, and shows the message or modal that was not there before. */
  async #awaitAnswer(act: () => Promise<unknown>): Promise<string> {
    const { user } = this.#here;
    const before = new Set(visibleTo(user, this.#workspace).map(identity));
    await act();
    const answer = await this.#workspace
      .when(() => visibleTo(user, this.#workspace).find(shown => !before.has(identity(shown))))
      .catch(() => undefined);
    return answer === undefined ? NO_ANSWER : this.#show(answer);
  }

  #topModal(): View | undefined {
    return this.#workspace.modalsOf(this.#here.user).at(-1);
  }

  #show(answer: Shown): string {
    this.#answer = answer;
    return this.#print(answer);
  }

  #print(shown: Shown): string {
    this.#last = shown;
    if ('ts' in shown) this.#shown.add(messageKey(shown));
    const text = printShown(shown, this.#workspace);
    if (this.#hasSaidHowToPress || !PRESSING.test(text)) return text;
    this.#hasSaidHowToPress = true;
    return `${text}\nHere :1 presses the first button of the last answer, :2 the second.`;
  }
}

const THAT_WAS_ALL = 'That was all.';

/** Lectern says what to press, and a terminal has no buttons. */
const PRESSING = /\b[Pp]ress [A-Z]/u;

type Shown = Message | View;

/** Everything of Lectern's that a person sees now: their topmost modal, and the messages that they can read. */
function visibleTo(user: string, workspace: Workspace): readonly Shown[] {
  return [...workspace.modalsOf(user).slice(-1), ...messagesTo(user, workspace)];
}

function messagesTo(user: string, { messages, bot }: Workspace): readonly Message[] {
  return messages.filter(
    ({ author, ephemeralFor }) => author === bot.userId && (ephemeralFor ?? user) === user,
  );
}

/** Identifies a message, also after it was edited. */
function messageKey({ channel, ts }: Message): string {
  return `${channel} ${ts}`;
}

function placeOf({ channel, threadTs }: Message, { directory }: Workspace): string {
  const there = directory.channel(channel);
  const where = there === undefined || there.kind === 'dm' ? 'To you' : `In #${there.name}`;
  return threadTs === undefined ? where : `${where}, in a thread`;
}

/** Lectern tells a person who asks too much only once in a while, and then answers again within seconds. */
const NO_ANSWER =
  'No answer came. If that was a lot at once, please try again in a few seconds; if not, the log says what went wrong.';

/** Tells answers apart: a message or modal with other blocks is another answer. */
function identity(shown: Shown): string {
  return JSON.stringify(['ts' in shown ? shown.ts : shown.id, blocksOf(shown)]);
}

function blocksOf(shown: Shown): readonly JsonObject[] {
  if ('ts' in shown) return shown.blocks;
  return (shown.content.blocks ?? []) as readonly JsonObject[];
}

function printShown(shown: Shown, { directory, people }: Workspace): string {
  const { blocks } = numberButtons(blocksOf(shown));
  const reader = {
    findName: (id: string) => directory.person(id)?.name ?? directory.channel(id)?.name,
    timeZone: people.mira.timeZone,
    // As Lectern writes them beside it: Slack's own way is the American one.
    locale: 'en-GB',
  };
  const text =
    'ts' in shown
      ? formatMessage({ text: shown.text, blocks }, reader)
      : printView({ ...shown.content, blocks }, reader);
  return withoutControls(text);
}

/** A form says what holds, and where it can be changed. */
function printView({ submit, close, ...view }: JsonObject, reader: TextReader): string {
  if (submit === undefined || submit === null) return formatView({ ...view, close }, reader);
  const instead = INSTEAD[asString(view.callback_id) ?? ''];
  const note = ['This form cannot be saved in a terminal; in Slack it can.', instead].filter(Boolean);
  return `${formatView(view, reader)}\n\n${note.join(' ')}`;
}

/** Words that do what a form does. */
const INSTEAD: Readonly<Record<string, string>> = {
  [CALLBACK.settingsSubmitted]: 'Here type /talk reminders 10 or /talk reminders off.',
  [CALLBACK.digestSubmitted]: 'Here type /talk digest daily 08:00; /talk digest help has more.',
};

/** The place of a button, by which the workspace finds it again. */
export interface ButtonPlace {
  readonly blockId: string;
  readonly actionId: string;
}

/** Adds a number to each button, `Details :1`. `buttons` are their places, in the order of numbers. */
export function numberButtons(blocks: readonly JsonObject[]): {
  readonly blocks: readonly JsonObject[];
  readonly buttons: readonly ButtonPlace[];
} {
  const buttons: ButtonPlace[] = [];
  const numbered = (element: JsonObject, block: JsonObject): JsonObject => {
    if (element.type !== 'button' || !isObject(element.text)) return element;
    buttons.push({ blockId: asString(block.block_id) ?? '', actionId: asString(element.action_id) ?? '' });
    return {
      ...element,
      text: { ...element.text, text: `${asString(element.text.text) ?? ''} :${buttons.length}` },
    };
  };
  return {
    blocks: blocks.map(block => ({
      ...block,
      ...(block.type === 'actions' && {
        elements: asObjects(block.elements).map(element => numbered(element, block)),
      }),
      ...(isObject(block.accessory) && { accessory: numbered(block.accessory, block) }),
    })),
    buttons,
  };
}
