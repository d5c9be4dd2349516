import { hashId } from '../../text/hash-id.ts';
import { cleanLine } from './clean.ts';
import { maskEmails } from './contacts.ts';

/**
 * The id that a source gives a talk or a person; nothing where it gives none. Ids travel through buttons and addresses,
 * so one that is too long is replaced, and so is one that is somebody's e-mail address.
 */
export function readId(raw: string): string | undefined {
  const id = cleanLine(raw);
  if (id === '') return undefined;
  const isFit = id.length <= LENGTH_MAX && maskEmails(id) === id;
  return isFit ? id : hashId(id);
}

const LENGTH_MAX = 100;
