import { expect, test } from 'vitest';
import { findColumns } from '../../../../src/importers/rows/columns/columns.ts';

/** The names of columns as `column:name`, several names of one with a plus between. */
function check(header: string, columns: string) {
  const names = header.split('|');
  const found = Object.entries(findColumns(names)).map(
    ([column, at]) => `${column}:${at.map(index => names[index]).join('+')}`,
  );
  expect(found.sort()).toEqual(columns.split('|').filter(Boolean).sort());
}

test.each([
  ['title|start|end|room', 'title:title|start:start|end:end|room:room'],
  ['ID|Session Title|Start-time| ROOM ', 'id:ID|title:Session Title|start:Start-time|room: ROOM '],
  ['Talk|Title', 'title:Title'],
  ['title|title', 'title:title'],
  ['name|start', 'title:name|start:start'],
  ['name|bio', 'bio:bio'],
  ['name|title', 'title:title|speakers:name'],
  ['email|phone', ''],
  ['constructor|__proto__|', ''],
  ['Topic|Speaker|Time', 'title:Topic|speakers:Speaker|start:Time'],
  ['Topic|Title', 'title:Title|track:Topic'],
  ['Paper Title|Authors|Author Names', 'title:Paper Title|speakers:Authors'],
  ['Title|Speaker|Speaker|Start', 'title:Title|speakers:Speaker+Speaker|start:Start'],
  ['Objet|Début|Début|Fin|Fin', 'title:Objet|date:Début|start:Début|endDate:Fin|end:Fin'],
  ['Paper Title|Session Start|Presentation Start', 'title:Paper Title|start:Presentation Start'],
  ['Title|Speakers|Moderator|Chair', 'title:Title|speakers:Speakers+Moderator'],
  ['Titre|Intervenants|Animateur', 'title:Titre|speakers:Intervenants+Animateur'],
  ['#|title|authors|submitted', 'id:#|title:title|speakers:authors'],
  ['Title|Linked Speakers', 'title:Title|speakers:Linked Speakers'],
  ['Session Title|Paper Title|Authors', 'title:Paper Title|track:Session Title|speakers:Authors'],
  [
    'Title|Speaker 1|Company 1|Title 1|Speaker 2|Company 2|Title 2',
    'title:Title|speakers:Speaker 1+Speaker 2|affiliation:Company 1+Company 2|position:Title 1+Title 2',
  ],
  [
    'Title|Speaker 1 First Name|Speaker 1 Last Name|Speaker 2 First Name|Speaker 2 Last Name|Speaker 1 Title',
    'title:Title|firstName:Speaker 1 First Name+Speaker 2 First Name|lastName:Speaker 1 Last Name+Speaker 2 Last Name|position:Speaker 1 Title',
  ],
  ['Talk|Who|When|Where', 'title:Talk|speakers:Who|start:When|room:Where'],
  ['Titel|Wer|Wann|Wo', 'title:Titel|speakers:Wer|start:Wann|room:Wo'],
  ['Titre|Qui|Quand|Où', 'title:Titre|speakers:Qui|start:Quand|room:Où'],
  ['Título|Quién|Cuándo|Dónde', 'title:Título|speakers:Quién|start:Cuándo|room:Dónde'],
  ['Título|Quem|Quando|Onde', 'title:Título|speakers:Quem|start:Quando|room:Onde'],
  ['Titolo|Chi|Quando|Dove', 'title:Titolo|speakers:Chi|start:Quando|room:Dove'],
  ['Title|When|Time', 'title:Title|date:When|start:Time'],
])('finds in %j the columns %j', check);

test.each([
  [
    'pretalx in German',
    'ID|Titel|Vortragstyp|Notizen|Namen der Vortragenden|Raum|Beginn (Datum)|Beginn (Uhrzeit)|Ende (Uhrzeit)',
    'id:ID|title:Titel|type:Vortragstyp|speakers:Namen der Vortragenden|room:Raum|date:Beginn (Datum)|start:Beginn (Uhrzeit)|end:Ende (Uhrzeit)',
  ],
  [
    'pretalx in French',
    'Titre|État de la proposition|Filière|Noms des intervenants|Salle|Début (date)|Début (heure)|Fin (heure)',
    'title:Titre|state:État de la proposition|track:Filière|speakers:Noms des intervenants|room:Salle|date:Début (date)|start:Début (heure)|end:Fin (heure)',
  ],
  [
    'Spain',
    'Título de la charla|Ponente(s)|Nombre de la empresa|Hora de inicio|Correo electrónico',
    'title:Título de la charla|speakers:Ponente(s)|affiliation:Nombre de la empresa|start:Hora de inicio',
  ],
  [
    'Spain, with a first and a last name',
    'Nombre|Apellidos|Título',
    'firstName:Nombre|lastName:Apellidos|title:Título',
  ],
  ['France', 'Prénom|Nom|Titre', 'firstName:Prénom|lastName:Nom|title:Titre'],
  [
    'Portugal',
    'Título da palestra|Palestrante(s)|Horário|Duração (min)|Trilha',
    'title:Título da palestra|speakers:Palestrante(s)|start:Horário|duration:Duração (min)|track:Trilha',
  ],
  [
    'Italy',
    "Titolo dell'intervento|Relatore/i|Aula|Ora inizio|Ora fine|Traccia",
    "title:Titolo dell'intervento|speakers:Relatore/i|room:Aula|start:Ora inizio|end:Ora fine|track:Traccia",
  ],
  [
    'Sessionize',
    'Session Id|Title|Owner|Owner Email|Room|Scheduled At|Scheduled Duration|Session format|FirstName|LastName|Email',
    'id:Session Id|title:Title|room:Room|start:Scheduled At|duration:Scheduled Duration|type:Session format|firstName:FirstName|lastName:LastName',
  ],
  [
    'a form',
    'Timestamp|Email Address|Your name|Second speaker (if any)|Title of your talk|Abstract (max. 300 words)|Short bio|Speaker email',
    'speakers:Your name+Second speaker (if any)|title:Title of your talk|abstract:Abstract (max. 300 words)|bio:Short bio',
  ],
  [
    'a column for each speaker',
    'Title|Speaker 1|Speaker 1 Affiliation|Speaker 1 email|Speaker 2',
    'title:Title|speakers:Speaker 1+Speaker 2|affiliation:Speaker 1 Affiliation',
  ],
  [
    'names beside handles',
    'title|first_speaker|first_speaker_name',
    'title:title|speakers:first_speaker_name',
  ],
  [
    'two languages',
    'title_ja|title_en|description_en|start_time_utc',
    'title:title_en|description:description_en|start:start_time_utc',
  ],
  ['a program', 'timeStart|timeEnd|talk', 'start:timeStart|end:timeEnd|title:talk'],
  [
    'symposion',
    'name|authors|conf_key|conf_url|contact|kind|room|start|end',
    'title:name|speakers:authors|id:conf_key|link:conf_url|type:kind|room:room|start:start|end:end',
  ],
])('finds the columns of %s', (_, header, columns) => check(header, columns));
