import type { Tool } from '../tool.ts';
import { findSpeaker } from './find-speaker.ts';
import { getAgenda } from './get-agenda.ts';
import { getTalk } from './get-talk.ts';
import { listAllConferences } from './list-conferences.ts';
import { myTalks } from './my-talks.ts';
import { planMyDay } from './plan-day.ts';
import { searchTalks } from './search-talks.ts';
import { starTalk } from './star-talk.ts';

/** In the order in which clients list them. */
export const ALL_TOOLS: readonly Tool[] = [
  searchTalks,
  getAgenda,
  getTalk,
  findSpeaker,
  planMyDay,
  listAllConferences,
  myTalks,
  starTalk,
];
