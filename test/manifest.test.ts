import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { UNINSTALL_EVENTS } from '../src/slack/installing/uninstall.ts';
import { LINK_EVENTS } from '../src/slack/links/link-domains.ts';
import { BOT_SCOPES, LINK_SCOPES, MCP_SCOPE, OFFERS } from '../src/slack/offers.ts';
import { hasSchemas, schemaText } from './exporters/schemas.ts';

const read = (file: string) => parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const manifest = read('manifest.yml');
const overHttp = read('manifest.http.yml');
const dispatch = readFileSync(new URL('../src/slack/dispatch.ts', import.meta.url), 'utf8');

/** What each event needs, by Slack's reference of events. */
const SCOPE_OF_EVENT: Record<string, string | undefined> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  app_home_opened: undefined,
};

test('names the commands, events and shortcuts that the code listens to, and no others', () => {
  const heard = (kind: string) =>
    [...dispatch.matchAll(new RegExp(`'${kind} ([^']+)':`, 'g'))].map(match => match[1]);
  expect(manifest.features.slash_commands.map((command: { command: string }) => command.command)).toEqual(
    heard('command'),
  );
  const events = manifest.settings.event_subscriptions.bot_events.map((event: string) =>
    event.replace(/\..*/, ''),
  );
  expect([...events, ...LINK_EVENTS].sort()).toEqual(heard('event').sort());
});

test('offers in Slack what the local workspace offers', () => {
  expect(manifest.features.slash_commands).toEqual(
    OFFERS.commands.map(({ command, description, usageHint, shouldEscape }) => ({
      command,
      description,
      usage_hint: usageHint,
      should_escape: shouldEscape,
    })),
  );
  expect(manifest.features.shortcuts).toEqual(
    OFFERS.shortcuts.map(({ name, kind, callbackId, description }) => ({
      name,
      type: kind,
      callback_id: callbackId,
      description,
    })),
  );
});

test('asks for the scopes of its events and calls, and for nothing more', () => {
  const forEvents = manifest.settings.event_subscriptions.bot_events.flatMap((event: string) => {
    expect(Object.keys(SCOPE_OF_EVENT)).toContain(event);
    return SCOPE_OF_EVENT[event] ?? [];
  });
  const forCalls = ['commands', 'chat:write', 'users:read'];
  expect(manifest.oauth_config.scopes).toEqual({ bot: expect.any(Array) });
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...forCalls, ...forEvents].sort());
  expect(manifest.oauth_config.scopes.bot).toEqual(BOT_SCOPES);
});

test('is what Slack takes where its schema says nothing', () => {
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(manifest.settings.interactivity).toEqual({ is_enabled: true });
  expect(manifest.display_information.background_color).toMatch(/^#[0-9a-f]{6}$/);
  expect(manifest.features.bot_user.display_name).toMatch(/^[\w-]+$/);
  expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(false);
});

test('differs over HTTP only in where Slack sends requests and people, in Slackbot and in the end of installations', () => {
  const address = 'https://talks.example.org/slack/events';
  const { settings, features } = structuredClone(manifest);
  const [command] = features.slash_commands;
  expect(overHttp).toEqual({
    ...manifest,
    features: { ...features, slash_commands: [{ ...command, url: address }] },
    oauth_config: {
      scopes: { bot: [...BOT_SCOPES, MCP_SCOPE] },
      redirect_urls: ['https://talks.example.org/slack/oauth_redirect'],
    },
    settings: {
      ...settings,
      event_subscriptions: {
        bot_events: [...settings.event_subscriptions.bot_events, ...UNINSTALL_EVENTS],
        request_url: address,
      },
      interactivity: { ...settings.interactivity, request_url: address },
      socket_mode_enabled: false,
    },
    mcp_servers: { lectern: { url: 'https://talks.example.org/mcp', auth_type: 'slack_identity_auth' } },
  });
});

test('is the same in the page on assistants, for apps that were made before', () => {
  const page = readFileSync(new URL('../docs/assistants.md', import.meta.url), 'utf8');
  const [, said = ''] = /## Slackbot.*?```yaml\n(.*?)```/s.exec(page) ?? [];
  expect(parse(said)).toEqual({ mcp_servers: overHttp.mcp_servers });
  expect(page).toContain(`\`${MCP_SCOPE}\``);
});

test('leaves pasted links out, and the page for operators says what they need', () => {
  const page = readFileSync(new URL('../docs/operators.md', import.meta.url), 'utf8');
  const [, said = ''] = /## Pasted links.*?```yaml\n(.*?)```/s.exec(page) ?? [];
  const { features, oauth_config: oauth, settings } = parse(said);
  expect(oauth.scopes.bot).toEqual(LINK_SCOPES);
  expect(settings.event_subscriptions.bot_events).toEqual(LINK_EVENTS);
  expect(features).toEqual({
    unfurl_domains: ['talks.example.org'],
    rich_previews: { is_active: true, entity_types: ['slack#/entities/item'] },
  });
  const named = JSON.stringify([manifest, overHttp]);
  expect(
    [...LINK_SCOPES, ...LINK_EVENTS, 'unfurl_domains', 'rich_previews'].filter(word => named.includes(word)),
  ).toEqual([]);
});

test.skipIf(!hasSchemas)('is valid by the schema that Slack publishes', () => {
  const schema = JSON.parse(schemaText('manifest.schema.1.0.0.json'));
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  expect(validate(manifest) ? [] : validate.errors).toEqual([]);
  expect(validate(overHttp) ? [] : validate.errors).toEqual([]);
  expect(validate({ ...manifest, display_information: {} })).toBe(false);
});
