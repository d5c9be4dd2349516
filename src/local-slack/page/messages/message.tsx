import { asObjects, type JsonObject } from '../../json.ts';
import type { ShownFile, ShownMessage } from '../../serving/contract.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { type Holder, HolderContext, NO_FORM } from '../block-kit/form.ts';
import { Mrkdwn } from '../block-kit/text.tsx';
import { Card } from '../cards/card.tsx';
import { formatClock, instantOf, readAppTime } from '../frame/app-time.ts';
import { Inspect, Menu } from '../frame/controls.tsx';
import { useKeptFocus } from '../frame/focus.ts';
import { Avatar, currentPersonOf, displayNameOf } from '../frame/names.tsx';
import { useAct, usePageContext } from '../frame/page-context.ts';
import { formatRoute } from '../frame/route.ts';

interface MessageProps {
  readonly message: ShownMessage;
  /** It continues the author's last message, so their picture and name are not drawn again. */
  readonly isContinued: boolean;
  readonly isInThread: boolean;
}

export function Message({ message, isContinued, isInThread }: MessageProps) {
  const { state, inspects } = usePageContext();
  const { author, isEphemeral, blocks, text } = message;
  const isBot = author === state.bot.id;
  const name = displayNameOf(author, state);
  const ref = useKeptFocus();
  return (
    <article
      ref={ref}
      class={`message${isContinued ? ' message-continued' : ''}`}
      aria-label={name}
      tabIndex={-1}
    >
      {isEphemeral && (
        <p class="ephemeral">
          <EyeSign /> Only visible to you
        </p>
      )}
      {isContinued ? <Time message={message} /> : <Avatar id={author} />}
      <div class="message-body">
        {!isContinued && (
          <p class="message-head">
            <b class="message-author">{name}</b>
            {isBot && <span class="app-badge">APP</span>}
            <Time message={message} />
          </p>
        )}
        <Content message={message} />
        {!isInThread && <ThreadBar message={message} />}
        {inspects && isBot && <Inspect json={toBuilderJson(blocks, text)} label="this message" />}
      </div>
      <MessageTools message={message} isInThread={isInThread} />
    </article>
  );
}

function Content({ message }: { readonly message: ShownMessage }) {
  const { channel, ts, blocks, values, text, isEdited } = message;
  const holder: Holder = { address: { channel, ts }, values, ...NO_FORM };
  return (
    <HolderContext.Provider value={holder}>
      {blocks.length > 0 ? (
        <Blocks blocks={asObjects(blocks)} />
      ) : (
        <div class="message-text">
          <Mrkdwn text={text} />
        </div>
      )}
      {message.files.map(file => (
        <File key={file.path} file={file} />
      ))}
      {message.cards.map(card => (
        <Card key={String(card.app_unfurl_url)} card={card} message={message} />
      ))}
      {isEdited && !message.isEphemeral && <span class="edited">(edited)</span>}
    </HolderContext.Provider>
  );
}

function File({ file: { name, title, size, path } }: { readonly file: ShownFile }) {
  return (
    <a class="file" href={path} download={name}>
      <b>{title}</b>
      <span class="file-facts">
        {name} · {size} bytes · Download
      </span>
    </a>
  );
}

function Time({ message }: { readonly message: ShownMessage }) {
  const { state } = usePageContext();
  const shown = readAppTime(state.clock, instantOf(message.ts));
  return <time class="message-time">{formatClock(currentPersonOf(state).timeZone, shown)}</time>;
}

function EyeSign() {
  return (
    <svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
      <path
        fill="currentColor"
        d="M10 4.500c4 0 7 3 8 5.500-1 2.500-4 5.500-8 5.500S3 12.500 2 10c1-2.500 4-5.500 8-5.500Zm0 1.500C7 6 4.700 8 3.700 10c1 2 3.300 4 6.300 4s5.300-2 6.300-4c-1-2-3.300-4-6.300-4Zm0 1.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5Z"
      />
    </svg>
  );
}

function toBuilderJson(blocks: readonly JsonObject[], text: string): JsonObject {
  return blocks.length > 0 ? { text, blocks } : { text };
}

/** Replies in a message's thread, or uses the app's shortcuts on it. Slack offers neither on an ephemeral message. */
function MessageTools({
  message,
  isInThread,
}: {
  readonly message: ShownMessage;
  readonly isInThread: boolean;
}) {
  const { offers, bot } = usePageContext().state;
  const act = useAct();
  const { channel, ts, isEphemeral } = message;
  if (isEphemeral) return null;
  const items = offers.shortcuts
    .filter(({ kind }) => kind === 'message')
    .map(({ name, callbackId }) => ({
      label: name,
      detail: bot.name,
      choose: () => void act('shortcut', { callbackId, channel, ts }),
    }));
  return (
    <div class="tools">
      {!isInThread && (
        <a class="tool" href={formatRoute(channel, ts)} title="Reply in thread">
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path
              fill="none"
              stroke="currentColor"
              stroke-width="1.500"
              stroke-linejoin="round"
              d="M10 3.500c4 0 7 2.600 7 6s-3 6-7 6c-.9 0-1.800-.1-2.600-.4L3.500 16.500l1-3.200C3.600 12.300 3 11 3 9.500c0-3.400 3-6 7-6Z"
            />
          </svg>
          <span class="sr-only">Reply in thread</span>
        </a>
      )}
      {items.length > 0 && <Menu class="tool" label="More actions" sign="⋮" items={items} />}
    </div>
  );
}

/** The number of replies in a message's thread, with a link to it. */
function ThreadBar({ message: { channel, ts } }: { readonly message: ShownMessage }) {
  const { state } = usePageContext();
  const replies = state.messages.filter(({ channel: id, threadTs }) => id === channel && threadTs === ts);
  const last = replies.at(-1);
  if (last === undefined) return null;
  const authors = [...new Set(replies.map(({ author }) => author))];
  const time = formatClock(currentPersonOf(state).timeZone, readAppTime(state.clock, instantOf(last.ts)));
  return (
    <a class="thread-bar" href={formatRoute(channel, ts)}>
      {authors.map(id => (
        <Avatar key={id} id={id} size="small" />
      ))}
      <b>
        {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
      </b>
      <span class="thread-last">Last reply at {time}</span>
    </a>
  );
}
