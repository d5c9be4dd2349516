import type { AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { RESULTS_A_PAGE } from '../../src/conversation/paging.ts';
import { load } from '../../src/live/load.ts';
import { listedTool } from '../../src/mcp/listed-tools.ts';
import { isRefusal } from '../../src/mcp/refusal.ts';
import type { CallContext, Tool } from '../../src/mcp/tool.ts';
import { ALL_TOOLS } from '../../src/mcp/tools/all-tools.ts';
import { conferenceKey } from '../../src/programme/conference.ts';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import { dateOf, timeOf } from '../../src/programme/moment.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Talk } from '../../src/programme/talk.ts';
import type { Loaded } from '../../src/search/loaded.ts';
import { conference } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';
import { hasRealProgrammes, importReal, realFiles, realFolder } from '../support/real-programme.ts';
import { slackbotProblems } from '../support/slackbot.ts';

/** As a client checks what comes: by the JSON schema that the tool is listed with. */
const ajv = new Ajv2020({ strict: false });
const checks = new Map(
  ALL_TOOLS.map(tool => [
    tool.name,
    ajv.compile((listedTool(tool, true)?.outputSchema ?? false) as AnySchema),
  ]),
);

/** Everything that an assistant could ask about one talk. */
function callsFor(
  { id, title, speakers, slots }: Talk,
  programme: Programme,
): readonly (readonly [string, object])[] {
  const [slot] = slots;
  const [speaker] = speakers;
  const isTimed = slot !== undefined && slot.untimed === undefined;
  return [
    ['get_talk', { id }],
    ['star_talk', { id }],
    ['search_talks', { query: title.slice(0, 500), limit: 3 }],
    ['search_talks', { query: title.slice(0, 40), avoid: [id], limit: 3, fits_my_talks: true }],
    ...(speaker === undefined || speaker.name.trim() === ''
      ? []
      : ([['find_speaker', { name: speaker.name.slice(0, 200), limit: 3 }]] as const)),
    ...(slot === undefined
      ? []
      : ([
          ['get_agenda', { day: slot.day, ...(isTimed && { at: timeOf(slot.start) }), limit: 5 }],
          ['plan_day', { day: slot.day, must_see: [id], topics: [title.slice(0, 40).trim() || 'x'] }],
          ['my_talks', { day: dateOf(slot.start), limit: 5 }],
        ] as const)),
    ...(programme.talks[0]?.id === id ? ([['list_conferences', {}]] as const) : []),
  ];
}

/** Programmes that are many files. */
const FOLDERS = [
  'frontmatter/djangocon-us-2024',
  'frontmatter/devopsdays-chicago-2023',
  'rst/openstack-barcelona-2016',
];

describe.skipIf(!hasRealProgrammes)(
  'every answer about every talk fits its schema, and its blocks Slackbot',
  () => {
    test.each(realFiles(['xml', 'json', 'ics', 'csv', 'yaml']))('of %s', async path => {
      const draft = importReal(path);
      const of = conference({ name: undefined, timeZone: draft.timeZone });
      expect(await wrongAnswers(loadedWith(buildProgramme(of, [draft]).programme))).toEqual([]);
    });

    test.each(FOLDERS)('of %s', async path => {
      expect(await wrongAnswers(await load(realFolder(path)))).toEqual([]);
    });
  },
);

/** Asked by somebody who has starred each seventh talk. */
async function wrongAnswers(loaded: Loaded): Promise<readonly string[]> {
  const { programme } = loaded;
  const own = new Set(programme.talks.filter((_, place) => place % 7 === 0).map(({ id }) => id));
  const stars = new Map([[conferenceKey(programme.conference), own]]);
  const reader = { zone: undefined, place: 'apart', stars } as const;
  const context: CallContext = {
    answering: { ...loaded, now: Date.UTC(2027, 4, 11), prefix: '', resultsMax: RESULTS_A_PAGE, reader },
    person: { workspace: 'T1', person: 'U1', keepStar: async () => true },
  };
  const wrong: string[] = [];
  for (const talk of programme.talks)
    for (const [name, args] of callsFor(talk, programme)) {
      const problem = await tryCall(name, args, context);
      if (problem !== undefined) wrong.push(`${name} ${JSON.stringify(args)}: ${problem}`);
    }
  return wrong.slice(0, 5);
}

async function tryCall(name: string, args: object, context: CallContext): Promise<string | undefined> {
  const tool = ALL_TOOLS.find(each => each.name === name) as Tool;
  const parsed = tool.input.safeParse(args);
  if (!parsed.success) return parsed.error.message;
  const outcome = await tool.answer(parsed.data, context);
  if (isRefusal(outcome)) return outcome.refusal;
  // As it is sent.
  const sent = JSON.parse(JSON.stringify(outcome.structured));
  const check = checks.get(name);
  if (check?.(sent) !== true) return JSON.stringify(check?.errors);
  return (
    tool.output.safeParse(outcome.structured).error?.message ??
    slackbotProblems(tool, outcome, parsed.data)[0]
  );
}
