import type { DraftSpeaker } from '../programme/draft.ts';
import { readSpeaker } from './fields.ts';
import { readId } from './ids.ts';
import { readableText } from './readable-text.ts';
import type { Report } from './report.ts';

/** A person as a file has them: only this of all that files hold on people. */
export interface RawPerson {
  readonly id: string;
  readonly name: string;
  readonly bio: string;
}

/** Reads people, each once, however many talks repeat them. Someone of whom the file has only the id stays without a name. */
export function peopleReader(report: Report): (raw: RawPerson, item: string) => readonly DraftSpeaker[] {
  const known = new Map<string, readonly DraftSpeaker[]>();
  return (raw, item) => {
    const key = JSON.stringify([raw.id, raw.name, raw.bio]);
    const people = known.get(key) ?? readPerson(raw, item, report);
    known.set(key, people);
    return people;
  };
}

function readPerson(raw: RawPerson, item: string, report: Report): readonly DraftSpeaker[] {
  const id = readId(raw.id);
  if (raw.name === '' && id !== undefined) return [{ id, name: '', bio: '' }];
  const speaker = readSpeaker({ name: raw.name, bio: readableText(raw.bio) }, { item }, report);
  return speaker === undefined ? [] : [{ ...speaker, id: id ?? speaker.id }];
}
