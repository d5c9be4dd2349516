import type { Violation } from '../block-kit/checks.ts';
import { elementsOf } from '../block-kit/ids.ts';
import { checkToolResult, readToolCall, type ToolCall } from '../block-kit/tool-result.ts';
import { asObjects, asString, isObject, type JsonObject } from '../json.ts';
import { type McpCaller, type McpServer, requestMcp } from './mcp-client.ts';

/** A message of Slackbot with a tool's answer. */
export interface SlackbotMessage {
  /** Empty if the tool sends none, if it is not listed as one that does, or if one of them is bad. */
  readonly blocks: readonly JsonObject[];
  /** The rules that its blocks break. */
  readonly violations: readonly Violation[];
  /** The answer as the model gets it. */
  readonly text: string;
  readonly isError: boolean;
}

/** Slackbot without a model: a person says which tool it calls, and presses the buttons of its answers. */
export class Slackbot {
  readonly #server: McpServer;

  constructor(server: McpServer) {
    this.#server = server;
  }

  async listTools(caller: McpCaller): Promise<readonly JsonObject[]> {
    const { tools } = await requestMcp(this.#server, caller, { method: 'tools/list', params: {} });
    return asObjects(tools);
  }

  async ask(caller: McpCaller, { tool, arguments: args }: ToolCall): Promise<SlackbotMessage> {
    const listed = (await this.listTools(caller)).find(({ name }) => name === tool);
    if (listed === undefined) throw new Error(`The app has no tool ${tool}.`);
    const call = { method: 'tools/call', params: { name: tool, arguments: args } };
    const result = await requestMcp(this.#server, caller, call);
    const { blocks } = slackPart(result);
    const isDrawn = slackPart(listed).supportsBlockKit === true && blocks !== undefined;
    const violations = isDrawn ? checkToolResult(blocks) : [];
    return {
      // One bad block drops all.
      blocks: isDrawn && violations.length === 0 ? asObjects(blocks) : [],
      violations,
      text: asObjects(result.content)
        .map(({ text }) => asString(text) ?? '')
        .join('\n'),
      isError: result.isError === true,
    };
  }

  /** Presses the button with this label, the first one unless it is said, and returns what takes the message's place. */
  press(
    caller: McpCaller,
    message: SlackbotMessage,
    { label, place = 0 }: { readonly label: string; readonly place?: number },
  ): Promise<SlackbotMessage> {
    const buttons = message.blocks
      .flatMap(block => elementsOf(block).map(({ element }) => element))
      .filter(({ text }) => isObject(text) && text.text === label);
    const button = buttons[place];
    if (button === undefined) throw new Error(`There is no button ${label} at ${place}.`);
    const call = readToolCall(button);
    if (call === undefined) throw new Error(`The button ${label} is inert.`);
    return this.ask(caller, call);
  }
}

/** The part of a tool or of a result that is for Slack. */
function slackPart({ _meta: meta }: JsonObject): JsonObject {
  return isObject(meta) && isObject(meta.slack) ? meta.slack : {};
}
