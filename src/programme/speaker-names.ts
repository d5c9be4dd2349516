import type { Talk } from './talk.ts';

/** `Ada Lund, Zoë Meer` */
export function speakerNames({ speakers }: Pick<Talk, 'speakers'>): string {
  return speakers.map(speaker => speaker.name).join(', ');
}
