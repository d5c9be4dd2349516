/** An expected no, as a sentence that tells a model what to do instead. */
export interface ToolRefusal {
  readonly refusal: string;
  /** The same for a person, if it reads in another way for them. */
  readonly says?: string;
  /** Nobody is named who could see it, so it is not drawn. */
  readonly isForNobody?: true;
}

export function isRefusal(outcome: object): outcome is ToolRefusal {
  return 'refusal' in outcome;
}
