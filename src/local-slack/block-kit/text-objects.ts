import { boolean, oneOf, shape, string, typed } from './checks.ts';
import type { Check } from './problem.ts';

/** «The minimum length is 1 and maximum length is 3000 characters.» */
const textLengthMax = 3000;

export function plainText(max: number = textLengthMax): Check {
  return typed({ plain_text: plainTextShape(max) });
}

/** Either plain_text or mrkdwn. */
export function anyText(max: number = textLengthMax): Check {
  return typed({ plain_text: plainTextShape(max), mrkdwn: mrkdwnShape(max) });
}

function plainTextShape(max: number): Check {
  return shape({
    required: { type: oneOf('plain_text'), text: string({ min: 1, max }) },
    optional: { emoji: boolean },
  });
}

function mrkdwnShape(max: number): Check {
  return shape({
    required: { type: oneOf('mrkdwn'), text: string({ min: 1, max }) },
    optional: { verbatim: boolean },
  });
}
