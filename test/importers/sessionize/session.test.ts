import { expect, it } from 'vitest';
import { type Category, classifySession } from '../../../src/importers/sessionize/session.ts';

const NONE = { track: '', level: '', languages: '', type: '' };

it.each<[string, readonly string[], object]>([
  ['Which track does your session best fit into?', ['Ports', 'Ships'], { track: 'Ports' }],
  ['Track', ['Ports'], { track: 'Ports' }],
  ['Thema', ['Häfen'], { track: 'Häfen' }],
  ['What level is your session aimed at?', ['100', '200'], { level: '100, 200' }],
  ['Niveau', ['Débutant'], { level: 'Débutant' }],
  ['Session language', ['English', 'Deutsch'], { languages: 'English, Deutsch' }],
  ['Please select session type:', ['Workshop'], { type: 'Workshop' }],
  ['Session format', ['Workshop'], { type: 'Workshop' }],
  ['What type of level?', ['100'], { level: '100' }],
  ['Are you a new speaker?', ['Yes'], {}],
  ['Which Talk Categories align with your talk best?', ['Ships'], {}],
])('the answers to "%s" say what they ask for', (title, names, expected) => {
  const categories: readonly Category[] = [{ title, names }];
  expect(classifySession(categories)).toEqual({ ...NONE, ...expected });
});
