import type { Programme } from '../../programme/programme.ts';

/** Under which name what was told of a conference is kept. */
export function conferenceKey({ conference }: Programme): string {
  return conference.name ?? conference.folder;
}
