/** An expected no, as a sentence that tells a model what to do instead. */
export interface ToolRefusal {
  readonly refusal: string;
  /** The same for a person; left out if only a model can meet it, or nobody is named: then it is not drawn. */
  readonly says?: string;
}

export function isRefusal(outcome: object): outcome is ToolRefusal {
  return 'refusal' in outcome;
}
