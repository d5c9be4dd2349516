import { expect, test } from 'vitest';
import { readNobody, readSlackPerson, type SlackPeople } from '../../src/mcp/caller.ts';
import { listConferences } from '../../src/mcp/conferences.ts';
import { isRefusal } from '../../src/mcp/refusal.ts';
import { createLog } from '../../src/wiring/log.ts';
import { WorkspaceChoices } from '../../src/wiring/workspace-choices.ts';
import { programme, talk } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';

const spring = programme([talk({ id: '1', title: 'Ropes' })], { name: 'Spring' });
const autumn = programme([talk({ id: '1', title: 'Anchors' })], { name: 'Autumn', folder: 'autumn' });
const other = loadedWith(autumn);
const all = loadedWith(spring, { others: [{ name: 'Autumn', programme: autumn, open: () => other }] });
const now = () => Date.UTC(2027, 4, 11);

/** The workspace T1 has chosen one of the two conferences; T9 has no Lectern. */
async function slackPeople(): Promise<SlackPeople> {
  const choices = new WorkspaceChoices({
    store: {
      all: async () => new Map([['T1', { conferences: ['Autumn'], organisers: [] }]]),
      save: async () => {},
    },
    organisers: [],
    current: () => all,
    timers: { after: () => () => {} },
    now,
    log: createLog({ level: 'silent', secrets: [], write: () => {} }),
  });
  await choices.refresh();
  return {
    workspaceOf: async ({ team = '', enterprise }) =>
      team === 'T9' ? { refusal: 'Lectern is not installed there.' } : { workspace: team || `${enterprise}` },
    seenIn: id => choices.seenIn(id),
    refuseTooMuch: ({ person }) => (person === 'U0' ? { refusal: 'That was a lot at once.' } : undefined),
    starsOf: async ({ workspace, person }) => new Map([['Autumn', new Set([`${workspace} ${person}`])]]),
    keepStar: async () => true,
  };
}

/** What a caller sees: conferences, and the stars that are read for them. */
async function seenBy(meta: unknown): Promise<unknown> {
  const caller = await readSlackPerson(await slackPeople(), now)(meta);
  if (isRefusal(caller)) return caller.refusal;
  const { answering, person } = caller;
  const { stars } = answering.reader;
  return {
    conferences: listConferences(answering).map(({ id }) => id),
    person: `${person?.workspace} ${person?.person}`,
    stars: stars instanceof Map ? [...(stars.get('Autumn') ?? [])] : stars,
  };
}

test.each<[string, object, unknown]>([
  [
    'the conferences that their workspace has chosen',
    { user_id: 'U1', team_id: 'T1', enterprise_id: null },
    { conferences: ['Autumn'], person: 'T1 U1', stars: ['T1 U1'] },
  ],
  [
    'all of them if it has chosen none',
    { user_id: 'U1', team_id: 'T2' },
    { conferences: ['Spring', 'Autumn'], person: 'T2 U1', stars: ['T2 U1'] },
  ],
  [
    'those of the organisation if there is no team',
    { user_id: 'U1', team_id: null, enterprise_id: 'E1' },
    { conferences: ['Spring', 'Autumn'], person: 'E1 U1', stars: ['E1 U1'] },
  ],
  ['nothing if they ask too much', { user_id: 'U0', team_id: 'T1' }, 'That was a lot at once.'],
  [
    'nothing where Lectern is not installed',
    { user_id: 'U1', team_id: 'T9' },
    'Lectern is not installed there.',
  ],
])('people see %s, and their own stars', async (_, slack, seen) => {
  expect(await seenBy({ slack })).toEqual(seen);
});

test.each([
  ['nothing', undefined],
  ['no slack', {}],
  ['nobody', { slack: { team_id: 'T1' } }],
  ['no workspace', { slack: { user_id: 'U1', team_id: null, enterprise_id: null } }],
  ['ids of another form', { slack: { user_id: 'U1 T2', team_id: 'T1' } }],
  ['a list', { slack: [{ user_id: 'U1', team_id: 'T1' }] }],
])('a request that names %s is refused', async (_, meta) => {
  expect(await seenBy(meta)).toMatch(/^Slack did not say for which person/);
});

test('somebody who is not known sees all conferences, and has no stars', async () => {
  const caller = await readNobody(() => all, now)({ slack: { user_id: 'U1', team_id: 'T1' } });
  if (isRefusal(caller)) throw new Error(caller.refusal);
  expect(listConferences(caller.answering).map(({ id }) => id)).toEqual(['Spring', 'Autumn']);
  expect([caller.person, caller.answering.reader.stars]).toEqual([undefined, undefined]);
});
