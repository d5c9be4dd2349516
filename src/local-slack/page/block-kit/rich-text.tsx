import type { ComponentChildren, VNode } from 'preact';
import { asObjects, asString, isObject, type JsonObject } from '../../json.ts';
import { formatEmoji } from '../../text/rich-text.ts';
import { Link, Mention, useDateFormat } from './text.tsx';

/** A rich_text block. Its texts are never parsed for formatting. */
export function RichText({ block }: { readonly block: JsonObject }) {
  return (
    <div class="rich-text">
      {asObjects(block.elements).map((element, index) => (
        <Container key={index} element={element} />
      ))}
    </div>
  );
}

function Container({ element }: { readonly element: JsonObject }): VNode {
  const parts = asObjects(element.elements);
  switch (element.type) {
    case 'rich_text_list':
      return <List list={element} />;
    case 'rich_text_quote':
      return (
        <blockquote>
          <Inlines elements={parts} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Inlines elements={parts} />
        </pre>
      );
    default:
      return (
        <p>
          <Inlines elements={parts} />
        </p>
      );
  }
}

function List({ list }: { readonly list: JsonObject }) {
  const items = asObjects(list.elements).map((item, index) => (
    <li key={index}>
      <Inlines elements={asObjects(item.elements)} />
    </li>
  ));
  const indent = `indent-${typeof list.indent === 'number' ? list.indent : 0}`;
  const start = typeof list.offset === 'number' ? list.offset + 1 : 1;
  return list.style === 'ordered' ? (
    <ol class={indent} start={start}>
      {items}
    </ol>
  ) : (
    <ul class={indent}>{items}</ul>
  );
}

function Inlines({ elements }: { readonly elements: readonly JsonObject[] }) {
  return (
    <>
      {elements.map((element, index) => (
        <Styled key={index} style={element.style}>
          <Inline element={element} />
        </Styled>
      ))}
    </>
  );
}

function Inline({ element }: { readonly element: JsonObject }): VNode {
  switch (element.type) {
    case 'link':
      return <Link url={asString(element.url) ?? ''} label={asString(element.text)} />;
    case 'user':
      return <Mention sign="@" id={asString(element.user_id) ?? ''} />;
    case 'usergroup':
      return <Mention sign="@" id={asString(element.usergroup_id) ?? ''} />;
    case 'team':
      return <Mention sign="@" id={asString(element.team_id) ?? ''} />;
    case 'channel':
      return <Mention sign="#" id={asString(element.channel_id) ?? ''} />;
    case 'broadcast':
      return <Mention sign="@" id={asString(element.range) ?? ''} />;
    case 'date':
      return <DateInline date={element} />;
    case 'emoji':
      return <>{formatEmoji(element)}</>;
    default:
      return <>{asString(element.text) ?? asString(element.value) ?? ''}</>;
  }
}

function DateInline({ date }: { readonly date: JsonObject }) {
  const format = useDateFormat();
  const seconds = typeof date.timestamp === 'number' ? date.timestamp : 0;
  const fallback = asString(date.fallback) ?? '';
  const text = format({ seconds, format: asString(date.format) ?? '', fallback });
  const url = asString(date.url);
  return url === undefined ? <time title={fallback}>{text}</time> : <Link url={url} label={text} />;
}

function Styled({ style, children }: { readonly style: unknown; readonly children: ComponentChildren }) {
  const on = isObject(style) ? style : {};
  const code = on.code === true ? <code>{children}</code> : children;
  const struck = on.strike === true ? <s>{code}</s> : code;
  const underlined = on.underline === true ? <u>{struck}</u> : struck;
  const italic = on.italic === true ? <i>{underlined}</i> : underlined;
  return on.bold === true ? <b>{italic}</b> : italic;
}
