import { nameOf } from '../frame/names.ts';
import { useStage } from '../frame/page-context.ts';

/** A person, a group or a channel by name; who is called themselves stands out. */
export function Mention({
  sign,
  id,
  label,
}: {
  readonly sign: '@' | '#';
  readonly id: string;
  readonly label?: string;
}) {
  const { state } = useStage();
  const calls = id === state.you || ['here', 'channel', 'everyone'].includes(id);
  return (
    <span class={`mention${calls ? ' mention-you' : ''}`}>
      {sign}
      {label ?? nameOf(id, state)}
    </span>
  );
}
