import type { DraftTalk } from '../../src/programme/joining/draft.ts';

/** A talk of which its file says nothing but the title. */
export const PLAIN_TALK: DraftTalk = {
  id: undefined,
  title: 'Ceph at sea',
  abstract: '',
  speakers: [],
  track: undefined,
  slots: [],
  line: undefined,
  kind: 'talk',
  status: 'confirmed',
  level: undefined,
  languages: [],
  links: [],
};
