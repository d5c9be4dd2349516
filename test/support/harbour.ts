import type { Programme } from '../../src/programme/programme.ts';
import type { Slot, Speaker, Talk } from '../../src/programme/talk.ts';
import { programme, speaker, talk } from './conference.ts';

const ada = speaker();
const stefano: Speaker = {
  id: 'stefano-mafuli',
  name: 'Stefano Mafuli',
  affiliation: 'Head of Crews, Tern Ferries',
  bio: 'Stefano looks after the community of a ferry line. He has sailed since he was six.',
};

/** 40 minutes of the first day, on the clocks of Madrid. */
function slot(hour: number, room: string): Slot {
  const hours = String(hour).padStart(2, '0');
  return {
    start: `2027-05-11T${hours}:00:00+02:00`,
    end: `2027-05-11T${hours}:40:00+02:00`,
    rooms: [room],
    day: '2027-05-11',
  };
}

function onCeph(number: number): Talk {
  return talk({
    id: `storage/ceph-${number}`,
    title: `Lesson ${number} in Ceph`,
    abstract: `We show how Ceph heals after storm ${number}.`,
    slots: [slot(9 + number, 'Quay Hall')],
    file: `storage/ceph-${number}.txt`,
  });
}

/** A small conference, in which seven talks are about Ceph and one person gives two. */
export const harbour: Programme = programme([
  ...[1, 2, 3, 4, 5, 6].map(onCeph),
  talk({ abstract: 'How a ferry line runs Ceph on board.', slots: [slot(9, 'Quay Hall')] }),
  talk({
    id: 'people/onboarding',
    title: 'Onboarding a crew',
    abstract: 'How a community of volunteers learns to sail together.',
    speakers: [stefano],
    track: 'People',
    file: 'people/onboarding.txt',
  }),
  talk({
    id: 'people/radio',
    title: 'Radio silence',
    abstract: 'What to do when nobody answers for a week.',
    speakers: [stefano, ada],
    track: 'People',
    file: 'people/radio.txt',
  }),
]);
