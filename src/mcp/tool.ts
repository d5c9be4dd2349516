import type { z } from 'zod';
import type { Answering } from '../conversation/context.ts';
import type { Search } from '../conversation/search.ts';
import type { Member } from '../people/stars.ts';
import type { Slot, Speaker, Talk } from '../programme/talk.ts';
import type { QueryWords } from '../search/search-result.ts';
import type { Asked } from './conferences.ts';
import type { ToolRefusal } from './refusal.ts';

/** Everything that a tool may use to answer one call. */
export interface CallContext {
  /** The conferences that the caller sees; its reader has the stars of the person whom Slack named. */
  readonly answering: Answering;
  /** The person whom Slack named; undefined if nobody is known. */
  readonly person: KnownPerson | undefined;
}

/** A person of a workspace, by whose order stars are kept. */
interface KnownPerson extends Member {
  /** Resolves once the database has it, with whether that changed anything. */
  keepStar(star: StarWish): Promise<boolean>;
}

export interface StarWish {
  /** The key of the conference, as conferenceKey makes it. */
  readonly conference: string;
  /** The id of the talk in its own conference. */
  readonly talk: string;
  readonly starred: boolean;
}

/** A talk that an answer shows, at the time that it is shown with. */
export interface ShownTalk {
  readonly talk: Talk;
  readonly slot?: Slot | undefined;
}

/** The answer of a tool before anybody writes it: for programs, and the talks that a view would draw. */
export interface ToolAnswer<Structured extends object = object> {
  /** Fits the output schema of the tool. The text of a result is the same as JSON. */
  readonly structured: Structured;
  /** In the order in which they stand in the answer. */
  readonly shown: readonly ShownTalk[];
  /** Left out if there is nothing for people to see, as where a model is told to ask in another way. */
  readonly view?: AnswerView;
}

/** Everything that a view of an answer needs besides what programs get. */
export interface AnswerView {
  /** The context of the conference that answers. */
  readonly asked: Asked;
  /** `Tue 11 May`: what a list is of. */
  readonly title?: string;
  /** The date that the title names, `2027-05-11`. */
  readonly date?: string | undefined;
  /** Sentences about the answer, as they read for people. */
  readonly notes?: readonly string[];
  /** The search that was understood, and its words, which stand out in summaries. */
  readonly search?: Search;
  readonly words?: QueryWords;
  /** The people in the answer, in its order. */
  readonly speakers?: readonly Speaker[];
  /** Those of whom the answer is a part, if a view cannot show as many as were asked for. */
  readonly allSpeakers?: readonly Speaker[];
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** When to use it and when another one is better, for the model that chooses. */
  readonly description: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Only people whom Slack names can use it. */
  readonly isPersonal: boolean;
  /** Whether it changes nothing. */
  readonly isReadOnly: boolean;
  /** `args` are those that `input` has parsed. */
  answer(args: unknown, context: CallContext): ToolOutcome | Promise<ToolOutcome>;
}

type ToolOutcome<Structured extends object = object> = ToolAnswer<Structured> | ToolRefusal;

/** A tool whose arguments and answers are known by their types. */
export interface TypedTool<Input extends z.ZodType, Output extends z.ZodType> extends Tool {
  readonly input: Input;
  readonly output: Output;
}

interface ToolDefinition<Input extends z.ZodType, Output extends z.ZodType<object>>
  extends Pick<Tool, 'name' | 'title' | 'description'> {
  readonly input: Input;
  readonly output: Output;
  readonly isPersonal?: boolean;
  readonly isReadOnly?: boolean;
  answer(
    args: z.output<Input>,
    context: CallContext,
  ): ToolOutcome<z.output<Output>> | Promise<ToolOutcome<z.output<Output>>>;
}

/** Makes a tool whose arguments and answer are typed by its schemas. */
export function defineTool<Input extends z.ZodType, Output extends z.ZodType<object>>(
  definition: ToolDefinition<Input, Output>,
): TypedTool<Input, Output> {
  return {
    isPersonal: false,
    isReadOnly: true,
    ...definition,
    answer: (args, context) => definition.answer(args as z.output<Input>, context),
  };
}
