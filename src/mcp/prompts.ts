import type { GetPromptResult, Prompt } from '@modelcontextprotocol/server';

/** A beginning of a conversation that people pick from a menu. */
interface OfferedPrompt extends Prompt {
  /** The sentences of the request, from the arguments as they were typed. Stars are only where people are known. */
  write(typed: Readonly<Record<string, string | undefined>>, arePeopleKnown: boolean): readonly string[];
}

const TOPICS = { name: 'topics', description: 'What interests you, with commas between.' };

const PROMPTS: readonly OfferedPrompt[] = [
  {
    name: 'plan_my_day',
    title: 'Plan my day',
    description: 'A day at the conference without overlaps, from what interests you.',
    arguments: [
      {
        name: 'day',
        description:
          'A date, a weekday, today or tomorrow; today or the next day of the conference without it.',
      },
      TOPICS,
    ],
    write: ({ day, topics }, arePeopleKnown) => [
      `Plan my ${day ?? 'day'} at the conference.`,
      topics === undefined ? 'Ask me first which topics interest me.' : `I am interested in: ${topics}.`,
      'Use plan_day.',
      ...(arePeopleKnown ? ['My starred talks stay in the plan.'] : []),
      'Show the day in order of time with rooms and one sentence on why I should see each talk, then the free time, then what I miss because it overlaps.',
    ],
  },
  {
    name: 'what_did_i_miss',
    title: 'What did I miss',
    description: 'What was said at the conference while you were away, and where to read or watch it.',
    arguments: [
      { name: 'since', description: 'Since when, such as "Tuesday 14:00"; this morning without it.' },
      TOPICS,
    ],
    write: ({ since = 'this morning', topics }) => [
      `What did I miss at the conference since ${since}?`,
      ...(topics === undefined ? [] : [`I am interested in: ${topics}.`]),
      'Use get_agenda with day, from and to for what is over since then, up to the present time that its answer names; search_talks with the same day, from and to for topics. Leave out breaks. Say what each talk was about in one sentence, and ask get_talk for links to slides and recordings of the three that matter most. End with what is next.',
    ],
  },
];

/** The prompts as clients list them. */
export const LISTED_PROMPTS: readonly Prompt[] = PROMPTS.map(({ write: _, ...prompt }) => prompt);

const ARGUMENT_LENGTH = 200;

/** Writes a prompt; undefined if there is none of this name. Longer arguments are cut. */
export function writePrompt(
  name: string,
  typed: Readonly<Record<string, string>>,
  arePeopleKnown: boolean,
): GetPromptResult | undefined {
  const prompt = PROMPTS.find(each => each.name === name);
  if (prompt === undefined) return undefined;
  const cut = Object.entries(typed).map(
    ([key, text]) => [key, text.trim().slice(0, ARGUMENT_LENGTH)] as const,
  );
  const text = prompt
    .write(Object.fromEntries(cut.filter(([, each]) => each !== '')), arePeopleKnown)
    .join(' ');
  return { messages: [{ role: 'user', content: { type: 'text', text } }] };
}
