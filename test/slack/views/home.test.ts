import { expect, test } from 'vitest';
import { home } from '../../../src/slack/views/home.ts';
import { expectValidView } from '../../support/block-kit.ts';
import { programme } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';

test('the Home introduces Lectern and has a field to search with', () => {
  const view = home(loadedWith(harbour));
  expectValidView(view);
  expect(read(view.blocks)).toEqual([
    'Lighthouse Days',
    'Lectern knows 9 talks by 2 speakers of Lighthouse Days. | Anywhere in Slack, type /talk and what you remember of a talk or a name.',
    'Find a talk: ____',
    'Examples',
    '[ceph][Ada Lund][track:people][11 May]',
    'Tracks',
    '[People][Storage]',
  ]);
  expect(view.blocks[2]).toMatchObject({
    dispatch_action: true,
    element: {
      action_id: 'home:search',
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  });
});

test.each([undefined, ' '])('without a programme and a name (%j) it is about Lectern', name => {
  const view = home(loadedWith(programme([], { name })));
  expectValidView(view);
  expect(read(view.blocks)).toEqual([
    'Lectern',
    'Lectern has no programme yet: an organiser can drop its files into the data folder. | Anywhere in Slack, type /talk and what you remember of a talk or a name.',
    'Find a talk: ____',
  ]);
});
