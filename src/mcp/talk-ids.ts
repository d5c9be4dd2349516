import { conferencesOf, type Loaded, type OwnTalk, ownTalk } from '../search/loaded.ts';
import { readAddress } from './addresses.ts';
import { conferenceId } from './conferences.ts';

/**
 * The id by which a caller asks for a talk again: that of its own conference, behind which the conference is named if
 * another one has a talk with the same id.
 */
export function talkId(talk: OwnTalk, loaded: Loaded): string {
  const own = ownTalk(talk, loaded);
  const { id } = own.talk;
  const isUnique = conferencesOf(loaded).filter(programme => programme.talk(id) !== undefined).length < 2;
  return isUnique ? id : `${id}@${conferenceId(own.programme.conference)}`;
}

/**
 * Finds a talk by such an id, or by the address of its resource, as its own conference has it; the current conference comes
 * first.
 */
export function findTalk(asked: string, loaded: Loaded): OwnTalk | undefined {
  const found = findById(asked, loaded);
  if (found !== undefined) return found;
  const address = readAddress(asked);
  return address?.kind === 'talk' ? findById(address.id, loaded) : undefined;
}

function findById(asked: string, loaded: Loaded): OwnTalk | undefined {
  const conferences = conferencesOf(loaded);
  const whole = conferences.flatMap(programme => ownTalkIn(programme, asked))[0];
  if (whole !== undefined) return whole;
  return conferences.flatMap(programme => {
    const suffix = `@${conferenceId(programme.conference)}`;
    return asked.endsWith(suffix) ? ownTalkIn(programme, asked.slice(0, -suffix.length)) : [];
  })[0];
}

function ownTalkIn(programme: OwnTalk['programme'], id: string): readonly OwnTalk[] {
  const talk = programme.talk(id);
  return talk === undefined ? [] : [{ talk, programme }];
}
