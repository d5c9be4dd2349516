import { expect, test } from 'vitest';
import { reportSharedChannels } from '../../../src/programme/joining/shared-channels.ts';
import { conference } from '../../support/conference.ts';

test('rooms of conference.yml with one channel are reported, but not those of two workspaces or without any', () => {
  const roomLinks = [
    { room: 'Pier', channel: 'C012' },
    { room: 'Quay', channel: 'C012' },
    { room: 'Loft', channel: 'C012', workspace: 'T012' },
    { room: 'Attic' },
    { room: 'Cellar' },
  ];
  expect(reportSharedChannels(conference({ folder: 'days', roomLinks }))).toEqual([
    {
      severity: 'warning',
      file: 'days/conference.yml',
      line: undefined,
      item: undefined,
      message:
        'Rooms have the same channel, C012: "Pier", "Quay". They share its topic, and the notices of all stand there.',
    },
  ]);
});
