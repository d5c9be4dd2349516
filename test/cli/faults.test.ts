import { expect, test } from 'vitest';
import { explain } from '../../src/cli/faults.ts';

const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each([
  [
    'a port that is taken',
    coded('EADDRINUSE', 'listen EADDRINUSE: address already in use 127.0.0.1:3000'),
    'Another program listens on that port. End it, or give Lectern another one by PORT. (listen EADDRINUSE: address already in use 127.0.0.1:3000)',
  ],
  [
    'credentials that Slack refuses',
    coded('slack_webapi_platform_error', 'An API error occurred: invalid_auth'),
    "Slack refused the credentials: invalid_auth. Copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN anew from the app's pages at api.slack.com/apps.",
  ],
  [
    'a Slack that cannot be reached',
    Object.assign(coded('slack_webapi_request_error', 'A request error occurred: fetch failed'), {
      original: new TypeError('fetch failed', {
        cause: coded('ENOTFOUND', 'getaddrinfo ENOTFOUND slack.invalid'),
      }),
    }),
    'Slack could not be reached. Check the network, and SLACK_API_URL if it is set. (getaddrinfo ENOTFOUND slack.invalid)',
  ],
  [
    'a Slack that does not answer',
    Object.assign(coded('slack_webapi_request_error', 'A request error occurred: aborted'), {
      original: new Error('The operation was aborted due to timeout'),
    }),
    'Slack could not be reached. Check the network, and SLACK_API_URL if it is set. (The operation was aborted due to timeout)',
  ],
  ['a fault that says all itself', new Error('There is no talk.'), 'There is no talk.'],
  ['what is no error at all', 'thrown text', 'thrown text'],
])('explains %s', (_, fault, sentence) => {
  expect(explain(fault)).toBe(sentence);
});
