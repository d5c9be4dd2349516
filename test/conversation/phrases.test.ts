import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestContext } from '../../src/conversation/answer.ts';
import { readRequest } from '../../src/conversation/request.ts';
import { answeringFor } from '../support/answering.ts';
import { cases } from '../support/cases.ts';
import { codePoint } from '../support/code-point.ts';
import { programme, speaker, talk } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';
import { sampleContext, understand as understandIn } from '../support/understand.ts';

const context = await sampleContext('2027-05-11T10:40+02:00');

/** The request in explicit words. */
function understand(typed: string, about = context): string {
  return understandIn(typed, about);
}

test.each([
  ['tomorrow afternoon', 'agenda 2027-05-12 12:00-18:00'],
  ['morgen nachmittag', 'agenda 2027-05-12 12:00-18:00'],
  ['demain matin', 'agenda 2027-05-12 before 12:00'],
  ['mañana por la tarde', 'agenda 2027-05-12 12:00-18:00'],
  ['amanhã à tarde', 'agenda 2027-05-12 12:00-18:00'],
  ['domani pomeriggio', 'agenda 2027-05-12 12:00-18:00'],
  ['morgenmiddag', 'agenda 2027-05-12 12:00-18:00'],
  ['明日', 'agenda 2027-05-12'],
  ['third day', 'agenda 2027-05-13'],
  ['thursday before noon', 'agenda 2027-05-13 before 12:00'],
  ['mittwoch ab 14 Uhr', 'agenda 2027-05-12 after 14:00'],
  ['jueves 11:00-12:30', 'agenda 2027-05-13 11:00-12:30'],
  ['what is running now', 'agenda now'],
  ['was läuft jetzt', 'agenda now'],
  ['next hour', 'agenda 2027-05-11 10:40-11:40'],
  ['quay hall wednesday', 'agenda 2027-05-12 room:"Quay Hall"'],
  ['loft', 'agenda room:"Net Loft"'],
  ['tuesday in loft', 'agenda 2027-05-11 room:"Net Loft"'],
  ['storage in the loft', 'search room:"Net Loft" storage'],
  ['next in main hall', 'agenda next room:"Quay Hall"'],
  ['wheres room 2', 'agenda room:2'],
  ['ceph in room 2', 'search room:2 ceph'],
  ['tomorrow room 2', 'agenda 2027-05-12 room:2'],
  ['escape room 2', 'search escape room 2'],
  ['room for improvement', 'search room for improvement'],
  ['<@U0123> ceph', 'search ceph'],
  ['<#C0123|ceph> tomorrow', 'search day:2027-05-12 ceph'],
  ['hey lectern can you tell me what talks there are about ceph tomorrow', 'search day:2027-05-12 ceph'],
  ['tuesday in hall', 'agenda 2027-05-11 room:"Quay Hall"'],
  ['hall', 'search hall'],
  ['25:00', 'search time:"25:00"'],
  ['tuesday 27:00', 'agenda 2027-05-11 time:"27:00"'],
  ['after 25:00', 'search time:"25:00"'],
  ['25:00-26:00', 'search time:"25:00-26:00"'],
  ['the 90:10 rule', 'search the 90:10 rule'],
  ['star 0', 'more'],
  ['remind me 1000 minutes before', 'reminders'],
  ['talks in the room', 'search room'],
  ['next talk in Quay Hal', 'agenda next room:"Quay Hall"'],
  ['net loft', 'agenda room:"Net Loft"'],
  ['ceph on thursday', 'search day:2027-05-13 ceph'],
  ['kubernetes tomorrow morning', 'search day:2027-05-12 time:"-12:00" kubernetes'],
  ['storage without ceph', 'search storage -ceph'],
  ['backups ohne kubernetes', 'search backups -kubernetes'],
  ['show me all rooms', 'list rooms'],
  ['wer spricht', 'list speakers'],
  ['parking', 'practical'],
  ['tmrw morning', 'agenda 2027-05-12 before 12:00'],
  ['wensday morning', 'agenda 2027-05-12 before 12:00'],
  ['nxt', 'agenda next'],
  ['13th', 'agenda 2027-05-13'],
  ['thu 13th', 'agenda 2027-05-13'],
  ['the day after tomorrow', 'agenda 2027-05-13'],
  ['depois de amanhã', 'agenda 2027-05-13'],
  ['last day', 'agenda 2027-05-13'],
  ['final day', 'agenda 2027-05-13'],
  ['最終日', 'agenda 2027-05-13'],
  ['in 2 days', 'agenda 2027-05-13'],
  ['in drei tagen', 'agenda 2027-05-14'],
  ['3日後', 'agenda 2027-05-14'],
  ['this week', 'agenda 2027-05-11 2027-05-12 2027-05-13'],
  ['next weekend', 'agenda 2027-05-22 2027-05-23'],
  ['wed and thu', 'agenda 2027-05-12 2027-05-13'],
  ['ceph next week', 'search day:2027-05-17 ceph'],
  ['kubernetes wed and thu', 'search day:2027-05-12 day:2027-05-13 kubernetes'],
  ['wed am', 'agenda 2027-05-12 before 12:00'],
  ['early tomorrow', 'agenda 2027-05-12 before 10:30'],
  ['late afternoon thursday', 'agenda 2027-05-13 15:00-18:00'],
  ['what time does it start tomorrow', 'agenda first talk 2027-05-12'],
  ['wann endet die konferenz', 'agenda last talk 2027-05-13'],
  ['when does the day end', 'agenda last talk 2027-05-11'],
  ['the last talk of the conference', 'agenda last talk 2027-05-13'],
  ['in an hour and a half', 'agenda 2027-05-11 12:10'],
  ['dentro de una hora', 'agenda 2027-05-11 11:40'],
  ["tra un'ora", 'agenda 2027-05-11 11:40'],
  ['daqui a uma hora', 'agenda 2027-05-11 11:40'],
  ['dans une demi-heure', 'agenda 2027-05-11 11:10'],
  ['I have 30 minutes', 'agenda 2027-05-11 10:40-11:10'],
  ["j'ai 30 minutes", 'agenda 2027-05-11 10:40-11:10'],
  // A subject, in English.
  ['ai 30 minutes', 'search ai 30 minutes'],
  ['tengo media hora libre', 'agenda 2027-05-11 10:40-11:10'],
  ['ive got an hour free at 14', 'agenda 2027-05-11 14:00-15:00'],
  ['mañana a las 10 en quay hall', 'agenda 2027-05-12 10:00 room:"Quay Hall"'],
  ['tomorrow at 10 quay hall', 'agenda 2027-05-12 10:00 room:"Quay Hall"'],
  ['周三上午', 'agenda 2027-05-12 before 12:00'],
  ['周三上午的ceph', 'search day:2027-05-12 time:"-12:00" ceph'],
  ['今天下午', 'agenda 2027-05-11 12:00-18:00'],
  ['明日の朝', 'agenda 2027-05-12 before 12:00'],
  ['30分後', 'agenda 2027-05-11 11:10'],
  ['15時から17時まで', 'agenda 2027-05-11 15:00-17:00'],
  ['15時以降', 'agenda 2027-05-11 after 15:00'],
  ['whats left today', 'agenda 2027-05-11 10:40-24:00'],
  ['how many talks are there', 'agenda '],
  ['wie viele Vorträge gibt es', 'agenda '],
  ['how many talks tomorrow', 'agenda 2027-05-12'],
  ['how many rooms', 'list rooms'],
  ['talks by women', 'practical'],
  ['charlas de mujeres', 'practical'],
  ['wheres lunch', 'practical'],
  ['is there parking nearby', 'practical'],
  ['who is chairing', 'practical'],
  ['who chairs the session?', 'practical'],
  ['whats hapening now', 'agenda now'],
  ['quayhall tomorrow', 'agenda 2027-05-12 room:"Quay Hall"'],
  ['ceph no kubernetes', 'search ceph -kubernetes'],
  ['ceph not on wednesday', 'search -day:2027-05-12 ceph'],
  ['storage except workshops', 'search -type:workshop storage'],
  ['thursday but not in net loft', 'agenda 2027-05-13 -room:"Net Loft"'],
  ['panel discussion', 'search type:panel'],
  ['half past two', 'agenda 2027-05-11 14:30'],
  ['quarter to ten', 'agenda 2027-05-12 09:45'],
  ['tomorrow at half nine', 'agenda 2027-05-12 09:30'],
  ['twenty past 3', 'agenda 2027-05-11 15:20'],
  ["two o'clock", 'agenda 2027-05-11 14:00'],
  ['quarter to one', 'agenda 2027-05-11 12:45'],
  ['10ish', 'agenda 2027-05-12 10:00'],
  ['around 3', 'agenda 2027-05-11 15:00'],
  ['after 4 today', 'agenda 2027-05-11 after 16:00'],
  ['between two and four tomorrow', 'agenda 2027-05-12 14:00-16:00'],
  ['tuesday 14:00 - 16:00', 'agenda 2027-05-11 14:00-16:00'],
  ['9 - 11 tomorrow', 'agenda 2027-05-12 09:00-11:00'],
  ['halb drei', 'agenda 2027-05-11 14:30'],
  ['um 14 Uhr 30', 'agenda 2027-05-11 14:30'],
  ['um viertel vor zehn', 'agenda 2027-05-12 09:45'],
  ['à deux heures et demie', 'agenda 2027-05-11 14:30'],
  ['entre 14h et 16h', 'agenda 2027-05-11 14:00-16:00'],
  ['a las dos y media', 'agenda 2027-05-11 14:30'],
  ['entre las 2 y las 4', 'agenda 2027-05-11 14:00-16:00'],
  ['às três e meia', 'agenda 2027-05-11 15:30'],
  ['das 14 às 16', 'agenda 2027-05-11 14:00-16:00'],
  ['alle tre e mezza', 'agenda 2027-05-11 15:30'],
  ['tra le 14 e le 16', 'agenda 2027-05-11 14:00-16:00'],
  ['half drie', 'agenda 2027-05-11 14:30'],
  ['kwart over drie', 'agenda 2027-05-11 15:15'],
  ['午後3時', 'agenda 2027-05-11 15:00'],
  ['2時半', 'agenda 2027-05-11 14:30'],
  ['coming up', 'agenda next'],
  ['current talks', 'agenda now'],
  ['wat gebeurt er nu', 'agenda now'],
  ['o que está a acontecer agora', 'agenda now'],
  ['que se passe-t-il en ce moment', 'agenda now'],
  ['the rest of the day', 'agenda 2027-05-11 10:40-24:00'],
  ['ceph later today', 'search day:2027-05-11 time:"10:40-24:00" ceph'],
  ['thu 10.30', 'agenda 2027-05-13 10:30'],
  ['who speaks first tomorrow', 'agenda first talk 2027-05-12'],
  ['what did i miss this morning', 'agenda 2027-05-11 before 12:00'],
  ['whats on rn', 'agenda now'],
  ['qué pasa ahora', 'agenda now'],
  ['che succede ora', 'agenda now'],
  ['次は何ですか', 'agenda next'],
  ['kubernetes other than ceph', 'search kubernetes -ceph'],
  ['not ceph but kubernetes', 'search kubernetes -ceph'],
  ['talks not about ceph', 'search -ceph'],
  ['when does vikram speak', 'search vikram'],
  ['does vikram speak', 'search vikram'],
  ['is vikram speaking', 'search vikram'],
  ["who's doing the tape talk", 'search tape'],
  ['wann spricht vikram', 'search vikram'],
  ['talks without ceph', 'search -ceph'],
  ['storage without ceph tomorrow', 'search day:2027-05-12 storage -ceph'],
  ['storage without ceph in quay hall', 'search room:"Quay Hall" storage -ceph'],
  ['storage without ceph or kubernetes', 'search storage -ceph -kubernetes'],
  ['databases but not postgres tomorrow', 'search day:2027-05-12 databases -postgresql'],
  ['talks not about kubernetes on wednesday', 'search day:2027-05-12 -kubernetes'],
  ['wednesday, nothing about kubernetes', 'search day:2027-05-12 -kubernetes'],
  ['without kubernetes tomorrow afternoon', 'search day:2027-05-12 time:"12:00-18:00" -kubernetes'],
  ['no kubernetes on wednesday', 'search day:2027-05-12 -kubernetes'],
  ['no ceph please', 'search -ceph'],
  ['without service mesh', 'search -"service mesh"'],
  ['everything but ceph tomorrow', 'search day:2027-05-12 -ceph'],
  ['all talks except ceph', 'search -ceph'],
  ['anything but kubernetes', 'search -kubernetes'],
  ['not about storage, about networking', 'search networking -storage'],
  ['ohne ceph morgen', 'search day:2027-05-12 -ceph'],
  ['keine kubernetes vorträge', 'search -kubernetes'],
  ['nichts über ceph', 'search -ceph'],
  ['alles außer ceph', 'search -ceph'],
  ['todo menos ceph', 'search -ceph'],
  ['pas de ceph', 'search -ceph'],
  ['tout sauf ceph demain', 'search day:2027-05-12 -ceph'],
  ['tudo exceto ceph', 'search -ceph'],
  ['tutto tranne ceph', 'search -ceph'],
  ['alles behalve ceph', 'search -ceph'],
  ['not in english', 'search -lang:en'],
  ['nicht auf deutsch', 'search -lang:de'],
  ['pas en français demain', 'agenda 2027-05-12 -lang:fr'],
  ['no workshops tomorrow', 'agenda 2027-05-12 -type:workshop'],
  ['not the workshop', 'search -type:workshop'],
  ['are there vegetarian options', 'practical'],
  ['who are the speakers', 'list speakers'],
  ['list of rooms', 'list rooms'],
  ['digets', 'digest'],
  ['qauy hall', 'agenda room:"Quay Hall"'],
  ['people and community', 'search track:"People and Community"'],
  ['talk: on call without heroes', 'search call without heroes'],
  ['thank you', 'thanks'],
  ['ok', 'thanks'],
  ['Danke!', 'thanks'],
  ['👍', 'thanks'],
  [':+1: :tada:', 'thanks'],
  ['👍🏽 ❤️', 'thanks'],
  ['hi there', 'help'],
  ['hello 👋', 'help'],
  ['こんにちは', 'help'],
  ...[
    'ok thanks 👍',
    'thanks!! 🙏',
    'thanks :pray:',
    'thank you so much',
    'no thanks',
    'no',
    'sorry',
    'cheers',
    'never mind',
    'nein danke',
    'non merci',
    'hasta luego',
    'tudo bem',
    'grazie mille',
    'dank u wel',
    'ありがとうございます',
  ].map((typed): [string, string] => [typed, 'thanks']),
  ['no weekend work', 'search no weekend work'],
  ...['and that', 'who’s', 'is it?', 'without', 'any of those'].map((typed): [string, string] => [
    typed,
    'unclear',
  ]),
  ['go', 'search go'],
  ['python 3.5', 'search python 3.5'],
])('%j is %j', (typed, understood) => {
  expect(understand(typed)).toBe(understood);
});

test.each([
  ['who is speaking from Brigantine Cloud', 'search company:"Brigantine Cloud"'],
  ['anyone from brigantine cloud?', 'search company:"brigantine cloud"'],
  ['Brigantine Cloud', 'search company:"Brigantine Cloud"'],
  ['who is from Merrow Bank', 'search Merrow Bank'],
])('%j is %j where a speaker is from there', (typed, understood) => {
  const from = talk({ speakers: [speaker({ affiliation: 'CTO, Brigantine Cloud' })] });
  const about = requestContext(answeringFor(loadedWith(programme([from]))));
  expect(understand(typed, about)).toBe(understood);
});

test.each([
  'next generation storage',
  'day 2 operations',
  'a year of weekly restore drills',
  'first aid for clusters',
  'python 3.11',
  'ceph mon',
  'women in tech',
  'in ten years',
  'no weekend work',
  'early adopters',
  'between 2 and 4 nodes',
  'from two to three replicas',
  'gpus by the quarter hour',
  '"tomorrow morning"',
  'not sure',
  'not only ceph',
  'no silver bullet',
  'why not ceph',
  'without heroes',
  'service mesh without sidecars',
  'rook for teams without a storage person',
  '"without ceph"',
])('%j stays a search of its words', typed => {
  expect(understand(typed)).toBe(`search ${typed}`);
});

test.each([
  'see https://harbour.example/talk/gpus-by-the-quarter-hour',
  'harbour.example/talk/gpus-by-the-quarter-hour',
  '<https://harbour.example/talk/gpus-by-the-quarter-hour|GPUs by the hour>',
])('%j names its talk', typed => {
  const request = readRequest(typed, context);
  expect(request.kind === 'search' && request.search.named).toEqual(['platforms/gpus-by-the-quarter-hour']);
});

const piece = fc.constantFrom(
  ...'at the|tomorrow|14:00-|not|who from|quay|#|@|room:|"|(|<https://x/|明日|。|é|day 2|next|q'.split('|'),
);
const text = fc.oneof(
  fc.string({ unit: codePoint }),
  fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(' ')),
  fc.tuple(piece, fc.integer({ min: 1, max: 3000 })).map(([one, times]) => one.repeat(times)),
);

test('Any text is a request, and asks the names of the programme for a number of things that its words bound', () => {
  fc.assert(
    fc.property(text, typed => {
      let asked = 0;
      const lexicon = new Proxy(context.lexicon, {
        get(target, name, receiver) {
          asked++;
          return Reflect.get(target, name, receiver);
        },
      });
      readRequest(typed, { ...context, lexicon });
      expect(asked).toBeLessThan(20_000);
    }),
    { numRuns: cases(300) },
  );
});

test.each([
  ['10.30', 'agenda 2027-05-11 10:30'],
  ['10.45 Uhr', 'agenda 2027-05-11 10:45'],
  ['ceph 10.30', 'search time:"10:30-11:30" ceph'],
  ['ceph 10.45', 'search ceph 10.45'],
  ['ceph 1.28', 'search ceph 1.28'],
])('%j is %j where a talk begins at 10:30', (typed, understood) => {
  const talks = [
    talk({
      slots: [
        {
          day: '2027-05-11',
          start: '2027-05-11T10:30:00+02:00',
          end: '2027-05-11T11:00:00+02:00',
          rooms: ['Quay'],
        },
      ],
    }),
  ];
  expect(understand(typed, requestContext(answeringFor(loadedWith(programme(talks)))))).toBe(understood);
});
