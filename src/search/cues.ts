/** A sentence by which speakers say what their talk is about, or who they are. */
const SAYS =
  /\b(?:in (?:this|our|my|the) (?:talk|session|presentation|workshop|panel|tutorial)|this (?:talk|session|presentation|workshop|panel|tutorial)|(?:we|i)(?:'ll|’ll| will| want to| are going to)? (?:show|present|demonstrate|demo|discuss|explain|explore|walk|share|cover|describe|introduce|look at|talk about|report|tell|go through|dive)|you(?:'ll|’ll| will)? (?:learn|see|hear|leave|take away)|attendees|the audience|join (?:us|me|this)|come (?:and )?(?:see|learn|hear))\b/iu;

/** A sentence that sets the scene: a question, what used to be, what one can no longer imagine. */
const SETS_THE_SCENE =
  /\?$|^(?:have you|are you|do you|did you|what if|imagine|in recent years|over the (?:past|last)|as (?:the|more|we)|with the|since|nowadays|today,|everyone|it is no)/iu;

/** What a person is and does now. */
const IS_NOW =
  /\b(?:is (?:an?|the|one|currently|responsible)|are (?:an?|the)|i am|i['’]m|works? (?:as|at|for|on|with)|currently|now|leads?|leading|runs|maintains?|heads|manages|looks? after|teaches|serves as|director|engineer|architect|founder|co-founder|manager|professor|developer|maintainer|CTO|CEO)\b/iu;

/** What a person was, did before, or does at weekends. */
const WAS_OR_RESTS =
  /\b(?:prior to|previously|formerly|before (?:that|this|joining)|used to|in (?:19|20)\d\d|graduated|degree|in (?:his|her|their|my) (?:spare|free) time|outside (?:of )?work|when not|loves|enjoys|hobb(?:y|ies)|married|lives (?:in|with))\b/iu;

/**
 * How much a sentence tells by itself, whatever was asked: more where it says what a talk is about or who somebody is
 * now, less where it sets the scene or tells of the past. About as much as one word of a query, so that words that were
 * asked for still decide.
 */
export function cueOf(sentence: string): number {
  const tells = (SAYS.test(sentence) ? 1 : 0) + (IS_NOW.test(sentence) ? 0.4 : 0);
  const delays = (SETS_THE_SCENE.test(sentence) ? 0.6 : 0) + (WAS_OR_RESTS.test(sentence) ? 0.6 : 0);
  return tells - delays;
}
