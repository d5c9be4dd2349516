import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Says in plain sentences what is wrong with the arguments of a call, each parameter once. */
export function describeWrongArguments({ issues }: z.ZodError): string {
  const byPlace = new Map(issues.map(issue => [issue.path.join(' '), issue]));
  return [...byPlace.values()].map(describeIssue).join(' ');
}

function describeIssue(issue: Issue): string {
  const [parameter, place] = issue.path.map(String);
  const name = place === undefined ? parameter : `each of ${parameter}`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `There is no parameter ${issue.keys.join(', ')}.`;
    case 'too_small':
      return issue.origin === 'string'
        ? `${name} must not be empty.`
        : `${name} must ${AMOUNT[issue.origin] ?? 'be'} at least ${issue.minimum}${UNITS[issue.origin] ?? ''}.`;
    case 'too_big':
      return `${name} must ${AMOUNT[issue.origin] ?? 'be'} at most ${issue.maximum}${UNITS[issue.origin] ?? ''}.`;
    case 'invalid_type':
      return `${name} must be ${TYPES[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `${name} must be one of ${issue.values.map(String).join(', ')}.`;
    default:
      return issue.message;
  }
}

const AMOUNT: Readonly<Record<string, string>> = { string: 'have', array: 'have' };

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' items' };

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};
