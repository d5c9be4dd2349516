/** A sentence about an answer; a plain one reads alike for a model and for a person. */
export type AnswerNote = string | NoteForModel;

/** A sentence that only a model understands, since it names parameters, tools or “the person”. */
interface NoteForModel {
  readonly text: string;
  /** The same for a person; left out if it tells them nothing. */
  readonly says?: string;
}

export function notesForModel(notes: readonly AnswerNote[]): string[] {
  return notes.map(note => (typeof note === 'string' ? note : note.text));
}

export function notesForPeople(notes: readonly AnswerNote[]): readonly string[] {
  return notes.flatMap(note => (typeof note === 'string' ? note : (note.says ?? [])));
}
