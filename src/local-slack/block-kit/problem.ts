/** What Slack would refuse: where (a JSON pointer) and by which rule, in Slack's words where they are known. */
export interface Problem {
  readonly path: string;
  readonly rule: string;
}

/** Looks at one value and says what is wrong with it; nothing where it is right. */
export type Check = (value: unknown, path: string) => readonly Problem[];

export function problem(path: string, rule: string): readonly Problem[] {
  return [{ path, rule }];
}
