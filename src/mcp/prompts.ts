import type { GetPromptResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

const words = (description: string) => z.string().max(200).optional().describe(description);

/** Offers two beginnings of a conversation that people pick from a menu. */
export function registerPrompts(server: McpServer): void {
  server.registerPrompt(
    'plan_my_day',
    {
      title: 'Plan my day',
      description: 'A day at the conference without overlaps, from what interests you.',
      argsSchema: z.object({
        day: words(
          'A date, a weekday, today or tomorrow; today or the next day of the conference without it.',
        ),
        topics: words('What interests you, with commas between.'),
      }),
    },
    ({ day, topics }) =>
      asked(
        `Plan ${day === undefined ? 'my day' : `my ${day}`} at the conference.`,
        topics === undefined ? 'Ask me first which topics interest me.' : `I am interested in: ${topics}.`,
        'Use plan_day. If my_talks is there, my starred talks stay in the plan. Show the day in order of time with rooms and one sentence on why I should see each talk, then the free time, then what I miss because it overlaps.',
      ),
  );
  server.registerPrompt(
    'what_did_i_miss',
    {
      title: 'What did I miss',
      description: 'What was said at the conference while you were away, and where to read or watch it.',
      argsSchema: z.object({
        since: words('Since when, such as "Tuesday 14:00"; this morning without it.'),
        topics: words('What interests you, with commas between.'),
      }),
    },
    ({ since = 'this morning', topics }) =>
      asked(
        `What did I miss at the conference since ${since}?`,
        topics === undefined ? '' : `I am interested in: ${topics}.`,
        'Use get_agenda with day, from and to for what is over since then, up to the present time that its answer names; search_talks with the same day, from and to for topics. Leave out breaks. Say what each talk was about in one sentence, and ask get_talk for links to slides and recordings of the three that matter most. End with what is next.',
      ),
  );
}

function asked(...sentences: readonly string[]): GetPromptResult {
  const text = sentences.filter(Boolean).join(' ');
  return { messages: [{ role: 'user', content: { type: 'text', text } }] };
}
