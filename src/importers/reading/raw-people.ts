import type { DraftSpeaker } from '../../programme/joining/draft.ts';
import { NAME_WITHHELD } from '../../programme/joining/people.ts';
import { readSpeaker } from './fields.ts';
import { readId } from './ids.ts';
import { readableText } from './readable-text.ts';
import type { Report, Spot } from './report.ts';

/** A person as a file has them: only this of all that files hold on people. */
export interface RawPerson {
  readonly id: string;
  readonly name: string;
  readonly bio: string;
}

/** Reads a person whom the talk `item` names, in a line if the file's lines are known. */
export type ReadPerson = (raw: RawPerson, item: string, line?: number) => readonly DraftSpeaker[];

/** Reads people, each once, however many talks repeat them. Someone of whom the file has only the id stays without a name. */
export function peopleReader(report: Report): ReadPerson {
  const known = new Map<string, readonly DraftSpeaker[]>();
  return (raw, item, line) => {
    const key = JSON.stringify([raw.id, raw.name, raw.bio]);
    const people = known.get(key) ?? readPerson(raw, { item, line }, report);
    known.set(key, people);
    return people;
  };
}

function readPerson(raw: RawPerson, spot: Spot, report: Report): readonly DraftSpeaker[] {
  const id = readId(raw.id);
  if (raw.name === '' && id !== undefined) return [{ id, name: '', bio: '' }];
  if (id !== undefined && !/[\p{L}\p{N}]/u.test(raw.name)) {
    // Someone of whom the source knows more than their name: they speak, and do not say who they are.
    report.warn(spot, `A speaker is called "${raw.name.slice(0, 40)}"; it is shown as "${NAME_WITHHELD}".`);
    return [{ id, name: NAME_WITHHELD, bio: '' }];
  }
  const speaker = readSpeaker({ name: raw.name, bio: readableText(raw.bio) }, spot, report);
  return speaker === undefined ? [] : [{ ...speaker, id: id ?? speaker.id }];
}
