/** What is posted, as it is kept: Slack's blocks, and the same as escaped text. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly object[];
}
