import { describe, expect, test } from 'vitest';
import { asObjects, isObject, type JsonObject } from '../../../src/local-slack/json.ts';
import { usualScopes, type Workspace } from '../../../src/local-slack/workspace.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import {
  CORRIDOR,
  JUNE,
  knowZone,
  LOBBY,
  linesOf,
  MIRA,
  messagesOfApp,
  topModal,
} from '../../support/slack-people.ts';
import { openStage, type Stage, type StageOptions } from '../../support/stage.ts';

const SITE = 'https://talks.example.org/2027/talk';
const SCOPES = [...usualScopes, 'links:read', 'links:write'];

function talkWithPage(id: string, given: Partial<Talk> = {}): Talk {
  const slot = {
    start: '2027-05-11T10:00:00+02:00',
    end: '2027-05-11T10:40:00+02:00',
    rooms: ['Quay Hall'],
    day: '2027-05-11',
  };
  return talk({
    id,
    links: [{ kind: 'web', url: `${SITE}/${id}/`, title: '' }],
    slots: [slot],
    ...given,
  });
}

const harbour = programme(
  [
    talkWithPage('ceph'),
    talkWithPage('fog', {
      title: 'Fog <!channel>',
      speakers: [speaker(), speaker({ id: 'b', name: 'Bo *Meer*' })],
      slots: [],
      track: undefined,
    }),
    talkWithPage('radio', { title: 'Radio silence', status: 'cancelled' }),
    talkWithPage('lunch', { title: 'Lunch', kind: 'break', speakers: [], abstract: '', track: undefined }),
  ],
  { name: 'Harbour Days' },
);

function openLinks(options: StageOptions = {}): Promise<Stage> {
  return openStage({
    programme: harbour,
    scopes: SCOPES,
    unfurlDomains: () => ['talks.example.org'],
    ...options,
  });
}

/** A message of Mira's, once it has cards. */
async function post(workspace: Workspace, text: string, channel = CORRIDOR) {
  const { message } = await workspace.say({ user: MIRA, channel, text });
  return workspace.when(() =>
    workspace.messages.find(({ ts, cards }) => ts === message.ts && cards !== undefined),
  );
}

const ceph = {
  entity_type: 'slack#/entities/item',
  external_ref: { id: 'ceph' },
  url: `${SITE}/ceph/`,
  entity_payload: {
    attributes: { title: { text: 'Ceph at sea' }, display_type: 'Talk', product_name: 'Harbour Days' },
    custom_fields: [
      { key: 'speakers', label: 'Speaker', type: 'string', value: 'Ada Lund' },
      { key: 'when', label: 'When', type: 'string', value: 'Tue 11 May 10:00–10:40' },
      {
        key: 'own_time',
        label: 'Your time',
        type: 'slack#/types/timestamp',
        value: Date.UTC(2027, 4, 11, 8) / 1000,
      },
      { key: 'room', label: 'Room', type: 'string', value: 'Quay Hall' },
      { key: 'track', label: 'Track', type: 'string', value: 'Storage' },
    ],
    display_order: ['speakers', 'when', 'own_time', 'room', 'track'],
    actions: {
      primary_actions: [
        {
          text: 'Details',
          action_id: 'talk:details',
          value: 'ceph',
          accessibility_label: 'Details: Ceph at sea',
        },
        { text: 'Star', action_id: 'talk:star', value: 'ceph', accessibility_label: 'Star: Ceph at sea' },
      ],
    },
  },
};

test('a talk page that is pasted in a channel gets a card, even where Lectern is no member', async () => {
  const { workspace, log } = await openLinks();
  const url = `${SITE}/ceph?utm_source=mail#top`;
  expect((await post(workspace, `See ${url}, please`)).cards).toEqual([{ ...ceph, app_unfurl_url: url }]);
  expect(log).toEqual([]);
});

test('several links of one message are answered in one call, each talk once and five at most', async () => {
  const talks = ['a', 'b', 'c', 'd', 'e', 'f'].map(id => talkWithPage(id));
  const { workspace } = await openLinks({ programme: programme(talks) });
  const typed = ['a', 'a/', 'nobody', 'b', 'c', 'd', 'e', 'f'].map(id => `${SITE}/${id}`).join(' ');
  const { cards = [] } = await post(workspace, typed);
  expect(cards.map(({ app_unfurl_url: url }) => url)).toEqual(
    ['a', 'b', 'c', 'd', 'e'].map(id => `${SITE}/${id}`),
  );
  expect(workspace.callsOf('chat.unfurl')).toHaveLength(1);
});

test.each([
  ['no talk', `${SITE}/nobody`],
  ['another host below the domain', 'https://www.deep.talks.example.org/2027/talk/ceph'],
  ['no address', 'talks.example.org/2027/talk/ceph'],
])('a link to %s stays as it is', async (_, text) => {
  const { workspace } = await openLinks();
  const { events } = await workspace.say({ user: MIRA, channel: LOBBY, text });
  await workspace.say({ user: MIRA, channel: LOBBY, text: `${SITE}/ceph` });
  await workspace.when(() => workspace.callsOf('chat.unfurl')[0]?.response);
  expect(events.map(({ acknowledgement: { kind } }) => kind)).toEqual(events.map(() => 'acknowledged'));
  expect(workspace.callsOf('chat.unfurl')).toHaveLength(1);
});

test('events that lack what Slack documents are no faults', async () => {
  const { workspace, log } = await openLinks();
  const shared = { type: 'link_shared', user: MIRA, channel: LOBBY, message_ts: '1.0' };
  const opened = { type: 'entity_details_requested', user: MIRA, trigger_id: '1.2.3', entity_url: 'nothing' };
  for (const event of [shared, { ...shared, links: [{ url: '' }, { url: 'https://%' }] }])
    await workspace.event(event);
  // That Slack takes neither pane is logged once for both.
  for (const event of [{ ...opened, entity_url: undefined }, opened]) {
    await workspace.event(event);
    await workspace.when(() => workspace.callsOf('entity.presentDetails').at(-1)?.response);
  }
  await expect.poll(() => log.length).toBe(1);
  expect(log.map(({ msg, err }) => [msg, (err as Error).message])).toEqual([
    [NOT_TAKEN, expect.stringContaining('invalid_trigger_id')],
  ]);
  expect(messagesOfApp(workspace)).toEqual([]);
});

test('a link in a thread, a direct message and a private channel gets its card there', async () => {
  const { workspace } = await openLinks();
  const { message: root } = await workspace.say({ user: MIRA, channel: LOBBY, text: 'Hello' });
  await workspace.say({ user: JUNE, channel: LOBBY, text: `${SITE}/ceph`, threadTs: root.ts });
  await post(workspace, `${SITE}/ceph`, 'C0ORGANISE');
  await post(workspace, `${SITE}/ceph`, 'D0MIRA0001');
  const shown = await workspace.when(() => {
    const all = workspace.messages.filter(({ cards }) => cards !== undefined);
    return all.length === 3 ? all : undefined;
  });
  expect(shown.map(({ channel, threadTs }) => [channel, threadTs])).toEqual([
    [LOBBY, root.ts],
    ['C0ORGANISE', undefined],
    ['D0MIRA0001', undefined],
  ]);
});

test('a link that is typed and not sent yet has a preview for the person who types', async () => {
  const { workspace } = await openLinks();
  await workspace.cards.type({ user: MIRA, channel: LOBBY, text: `See ${SITE}/ceph` });
  const cards = await workspace.when(() => {
    const shown = workspace.cards.ofDraft(MIRA);
    return shown.length > 0 ? shown : undefined;
  });
  expect(cards).toEqual([{ ...ceph, app_unfurl_url: `${SITE}/ceph` }]);
  expect(workspace.cards.ofDraft(JUNE)).toEqual([]);
  expect(
    workspace.callsOf('chat.unfurl').map(({ arguments: { source, channel } }) => [source, channel]),
  ).toEqual([['composer', undefined]]);
});

/** The title and the fields of a card or pane, as people see them. */
function linesOfCard(card: JsonObject | undefined): readonly string[] {
  const payload = isObject(card?.entity_payload) ? card.entity_payload : {};
  const { attributes, actions } = payload;
  const title = isObject(attributes) && isObject(attributes.title) ? attributes.title.text : '';
  const buttons = isObject(actions) ? asObjects(actions.primary_actions) : [];
  return [
    String(title),
    ...asObjects(payload.custom_fields).map(({ label, value }) => `${label}: ${value}`),
    ...buttons.map(({ text }) => `[${text}]`),
  ];
}

describe('a card', () => {
  test('says that its talk is cancelled', async () => {
    const { workspace } = await openLinks();
    const { cards = [] } = await post(workspace, `${SITE}/radio`);
    expect(linesOfCard(cards[0]).slice(0, 2)).toEqual([
      'CANCELLED: Radio silence',
      'Status: This talk is cancelled.',
    ]);
  });

  test('shows only what is known, and outside text as it is', async () => {
    const { workspace } = await openLinks();
    const { cards = [] } = await post(workspace, `${SITE}/fog ${SITE}/lunch`);
    expect(cards.map(linesOfCard)).toEqual([
      ['Fog <!channel>', 'Speakers: Ada Lund, Bo *Meer*', '[Details]', '[Star]'],
      [
        'Lunch',
        'When: Tue 11 May 10:00–10:40',
        `Your time: ${Date.UTC(2027, 4, 11, 8) / 1000}`,
        'Room: Quay Hall',
      ],
    ]);
  });

  test('opens the details, and stars for the person alone', async () => {
    const { workspace, store, log } = await openLinks();
    const message = await post(workspace, `${SITE}/ceph`);
    await workspace.cards.press({ user: JUNE, in: message, label: 'Details' });
    expect(linesOf(await topModal(workspace, JUNE))).toContain('Ceph at sea');
    await workspace.cards.press({ user: JUNE, in: message, label: 'Star' });
    const told = await workspace.when(() => messagesOfApp(workspace)[0]);
    expect({ to: told.ephemeralFor, in: told.channel, says: read(told.blocks) }).toEqual({
      to: JUNE,
      in: CORRIDOR,
      says: ['Starred Ceph at sea. /talk mine shows all of your talks.', '[Unstar]'],
    });
    expect(await store.stars.starsOf({ workspace: 'T0HARBOUR1', person: JUNE })).toEqual(
      new Map([['Harbour Days', new Set(['ceph'])]]),
    );
    expect(workspace.messages.find(({ ts }) => ts === message.ts)).toEqual(message);
    expect(log).toEqual([]);
  });
});

describe('the pane of a card', () => {
  async function openPane({ workspace }: Stage, id = 'ceph') {
    const message = await post(workspace, `${SITE}/${id}`);
    await workspace.cards.open({ user: MIRA, in: message });
    return workspace.when(() => workspace.cards.paneOf(MIRA)?.shown);
  }
  const linesOfPane = ({ workspace }: Stage) => {
    const shown = workspace.cards.paneOf(MIRA)?.shown;
    return shown !== undefined && 'metadata' in shown ? linesOfCard(shown.metadata) : [];
  };
  const facts = [
    'Speaker: Ada Lund',
    'When: Tue 11 May 10:00–10:40',
    'Room: Quay Hall',
    'Track: Storage',
    'Abstract: How a ferry line runs Ceph on board. In this session we show what broke.',
    '[Details]',
  ];

  test('shows the talk, and by its star whether it is one of theirs', async () => {
    const stage = await openLinks();
    const { workspace } = stage;
    await knowZone(workspace);
    await openPane(stage);
    expect(linesOfPane(stage)).toEqual(['Ceph at sea', ...facts, '[Star]']);
    await workspace.cards.pressInPane({ user: MIRA, label: 'Star' });
    const starred = await workspace.when(() => linesOfPane(stage).includes('[Unstar]') || undefined);
    expect(starred).toBe(true);
    expect(linesOfPane(stage)).toEqual([
      'Ceph at sea',
      'My talks: You starred this talk.',
      ...facts,
      '[Unstar]',
    ]);
    await workspace.cards.pressInPane({ user: MIRA, label: 'Unstar' });
    await workspace.when(() => linesOfPane(stage).includes('[Star]') || undefined);
    await workspace.cards.pressInPane({ user: MIRA, label: 'Details' });
    expect(linesOf(await topModal(workspace))).toContain('Ceph at sea');
  });

  test('says what else of theirs is at the same time', async () => {
    const other = talkWithPage('knots', { title: 'Knots' });
    const stage = await openLinks({
      programme: programme([talkWithPage('ceph'), other], { name: 'Harbour Days' }),
    });
    const member = { workspace: 'T0HARBOUR1', person: MIRA };
    for (const id of ['ceph', 'knots'])
      await stage.store.stars.star({ ...member, conference: 'Harbour Days', talk: id }, 0);
    await openPane(stage);
    expect(linesOfPane(stage)[1]).toBe('My talks: You starred this talk. Overlaps Knots, Tue 10:00.');
  });

  test('says so if its talk is gone', async () => {
    const stage = await openLinks();
    const message = await post(stage.workspace, `${SITE}/ceph`);
    stage.show(programme([talkWithPage('other'), talkWithPage('more')]));
    await stage.workspace.cards.open({ user: MIRA, in: message });
    const shown = await stage.workspace.when(() => stage.workspace.cards.paneOf(MIRA)?.shown);
    expect(shown).toEqual({ error: { status: 'not_found' } });
    expect(stage.log).toEqual([]);
  });

  test('finds a talk that has another address since, and one that has another id', async () => {
    const stage = await openLinks();
    const message = await post(stage.workspace, `${SITE}/ceph`);
    const moved = (id: string, page: string) =>
      talkWithPage(id, { title: 'Now', links: [{ kind: 'web', url: `${SITE}/${page}`, title: '' }] });
    for (const now of [moved('ceph', 'ceph-2'), moved('ceph-3', 'ceph')]) {
      stage.show(programme([now, talkWithPage('other')]));
      await stage.workspace.cards.open({ user: MIRA, in: message });
      await stage.workspace.when(() => linesOfPane(stage)[0] === 'Now' || undefined);
    }
    expect(stage.log).toEqual([]);
  });
});

test('a card is of a conference that the workspace sees', async () => {
  const own = programme([talkWithPage('ceph'), talkWithPage('fog')], {
    name: 'Harbour Days',
    folder: 'harbour',
  });
  const page = (id: string) => ({ kind: 'web' as const, url: `https://tern.example/${id}`, title: '' });
  const other = programme(
    ['x', 'y'].map(id => talk({ id, title: `Talk ${id}`, links: [page(id)] })),
    { name: 'Tern Days', folder: 'tern' },
  );
  const others = [{ name: 'Tern Days', programme: other, open: () => loadedWith(other) }];
  const { workspace, store } = await openLinks({
    loaded: loadedWith(own, { others }),
    unfurlDomains: () => ['tern.example', 'talks.example.org'],
  });
  const { cards = [] } = await post(workspace, `https://tern.example/y ${SITE}/fog`);
  expect(cards.map(({ external_ref: ref, url }) => [ref, url])).toEqual([
    [{ id: '["tern","y"]' }, 'https://tern.example/y'],
    [{ id: '["harbour","fog"]' }, `${SITE}/fog/`],
  ]);
  const message = await post(workspace, 'https://tern.example/x');
  await workspace.cards.press({ user: MIRA, in: message, label: 'Star' });
  await workspace.when(() => messagesOfApp(workspace)[0]);
  expect(await store.stars.starsOf({ workspace: 'T0HARBOUR1', person: MIRA })).toEqual(
    new Map([['Tern Days', new Set(['x'])]]),
  );
});

describe('if Slack does not take a card', () => {
  test('that is logged once for each reason, and nobody is told', async () => {
    const { workspace, log } = await openLinks({ scopes: [...usualScopes, 'links:read'] });
    for (const text of [`${SITE}/ceph`, `${SITE}/fog`])
      await workspace.say({ user: MIRA, channel: LOBBY, text });
    await workspace.when(() => workspace.callsOf('chat.unfurl')[1]?.response);
    workspace.fail('chat.unfurl', { kind: 'error', error: 'cannot_unfurl_url' });
    await workspace.say({ user: MIRA, channel: LOBBY, text: `${SITE}/ceph` });
    await workspace.when(() => workspace.callsOf('chat.unfurl')[2]?.response);
    workspace.fail('chat.unfurl', { kind: 'rate_limited', retryAfterSeconds: 30 });
    await workspace.say({ user: MIRA, channel: LOBBY, text: `${SITE}/ceph` });
    await expect.poll(() => log.length).toBe(3);
    expect(log.map(({ level, msg, err }) => [level, msg, (err as Error).message])).toEqual([
      ['warn', NOT_TAKEN, expect.stringContaining('missing_scope')],
      ['warn', NOT_TAKEN, expect.stringContaining('cannot_unfurl_url')],
      ['warn', NOT_TAKEN, expect.stringContaining('rate')],
    ]);
    expect(messagesOfApp(workspace)).toEqual([]);
  });

  test('other answers do not wait', async () => {
    const { workspace } = await openLinks();
    workspace.fail('chat.unfurl', { kind: 'rate_limited', retryAfterSeconds: 30 });
    await workspace.say({ user: MIRA, channel: LOBBY, text: `${SITE}/ceph` });
    await workspace.when(() => workspace.callsOf('chat.unfurl')[0]?.response);
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
    expect((await workspace.when(() => messagesOfApp(workspace)[0])).text).toContain('Ceph at sea');
  });
});

const NOT_TAKEN = 'Slack did not take the card of a talk, so its link stays as it is.';
