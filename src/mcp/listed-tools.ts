import type { Tool as ListedTool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { isPersonal, openValues } from './personal.ts';
import type { Tool } from './tool.ts';
import { ALL_TOOLS } from './tools/all-tools.ts';

/** The tools that callers have: those of a person's own talks only where Slack names the person. */
export function toolsFor(arePeopleKnown: boolean): readonly Tool[] {
  return arePeopleKnown ? ALL_TOOLS : OPEN_TOOLS;
}

const OPEN_TOOLS = ALL_TOOLS.filter(tool => !tool.isPersonal);

const LISTED = new Map<boolean, ReadonlyMap<Tool, ListedTool>>();

/** The tool as clients list it. Schemas are written once: that takes longer than a search. */
export function listedTool(tool: Tool, arePeopleKnown: boolean): ListedTool | undefined {
  const listed = LISTED.get(arePeopleKnown) ?? writeTools(arePeopleKnown);
  LISTED.set(arePeopleKnown, listed);
  return listed.get(tool);
}

function writeTools(arePeopleKnown: boolean): ReadonlyMap<Tool, ListedTool> {
  const explained = new Set<string>();
  return new Map(
    toolsFor(arePeopleKnown).map(tool => [tool, writeTool(tool, { arePeopleKnown, explained })]),
  );
}

interface ListContext {
  readonly arePeopleKnown: boolean;
  /** Descriptions of fields of answers that an earlier tool of the list has. */
  readonly explained: Set<string>;
}

/** Nothing of a tool reaches beyond what Lectern has read, and a star set again is the same. */
function writeTool(tool: Tool, context: ListContext): ListedTool {
  const { name, title, description, input, output, isReadOnly } = tool;
  return {
    name,
    title,
    description,
    inputSchema: writeSchema(input, 'input', context) as ListedTool['inputSchema'],
    outputSchema: writeSchema(output, 'output', context) as NonNullable<ListedTool['outputSchema']>,
    annotations: {
      readOnlyHint: isReadOnly,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  };
}

/**
 * A model has all schemas in its context, so they are short: a field that several answers have is explained in the first of
 * them, no number has the bounds of JavaScript, and nothing is there that needs a person where nobody is known.
 */
function writeSchema(schema: z.ZodType, io: 'input' | 'output', { arePeopleKnown, explained }: ListContext) {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (arePeopleKnown) return;
      if (jsonSchema.enum) jsonSchema.enum = openValues(zodSchema, jsonSchema.enum);
      if (zodSchema instanceof z.ZodObject) {
        for (const [name, field] of Object.entries(zodSchema.shape))
          if (isPersonal(field)) delete jsonSchema.properties?.[name];
      }
    },
  });
  return io === 'output' ? explainOnce(written, explained) : written;
}

/** Leaves out descriptions that are there already, and adds the others to them. */
function explainOnce<Schema extends object>(schema: Schema, explained: Set<string>): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key !== 'description' || typeof value !== 'string') return value;
    if (explained.has(value)) return undefined;
    explained.add(value);
    return value;
  }) as Schema;
}
