import type { Member } from '../../people/stars.ts';
import type { AppContext } from '../app-context.ts';
import { waitAtMost } from '../digest/late-answer.ts';

type Rights = Pick<AppContext, 'choices' | 'digests' | 'readers' | 'answerWithinMs'>;

/**
 * Whether a person decides and sees what is for organisers alone: those who are named, and where the operator has named none
 * the admins and owners of the workspace, too. Undefined if Slack or the database has not told yet.
 */
export function organises(
  member: Member,
  { digests, readers, choices }: Omit<Rights, 'answerWithinMs'>,
): boolean | undefined {
  if (!choices.isKnown) return undefined;
  if (digests.organisersOf(member.workspace)?.includes(member.person)) return true;
  return choices.hasOrganisers ? false : readers.isAdmin(member);
}

/** The same after Slack was asked, if that is needed: another process may have answered the person before. */
export async function organisesInTime(member: Member, app: Rights): Promise<boolean | undefined> {
  const known = organises(member, app);
  if (known !== undefined || !app.choices.isKnown) return known;
  // If Slack failed to tell, it would not be asked again within the hour.
  app.readers.forget(member);
  // The rest of the time is for the answer.
  await waitAtMost(app.readers.learn(member), app.answerWithinMs / 2);
  return organises(member, app);
}
