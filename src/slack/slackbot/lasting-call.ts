import { conferenceId, findConference } from '../../mcp/conferences.ts';
import type { AnswerView } from '../../mcp/tool.ts';

/**
 * The arguments of an answer, with what they meant when it was written: a button below it may be pressed when `tomorrow` is
 * another day, and another conference the current one.
 */
export function lastingArgs<Args extends { readonly conference?: string | undefined }>(
  args: Args,
  { asked: { programme, all } }: Pick<AnswerView, 'asked'>,
  day: string | undefined,
): Args & { readonly day?: string } {
  const id = conferenceId(programme.conference);
  // Those that are joined have no name by which all of them could be asked.
  const isNamed = findConference(id, all)?.programme === programme;
  return { ...args, ...(isNamed && { conference: id }), ...(day !== undefined && { day }) };
}
