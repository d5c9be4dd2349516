import { expect, test } from 'vitest';
import { stemOf } from '../../../src/search/text/stemmer.ts';

test.each([
  ['en', ['deploying', 'deployment', 'deploys'], ['deploy', 'deploy', 'deploy']],
  ['en', ['k8s', 's3', 'ceph'], ['k8s', 's3', 'ceph']],
  [
    'de',
    ['vorhersage', 'vorhersagen', 'datenbank', 'datenbanken'],
    ['vorhersag', 'vorhersag', 'datenbank', 'datenbank'],
  ],
  ['de', ['wolke', 'wolken', 'haus'], ['wolke', 'wolke', 'hau']],
  ['fr', ['serveur', 'serveurs', 'reseau', 'reseaux'], ['serveur', 'serveur', 'reseau', 'reseau']],
  ['es', ['aplicacion', 'aplicaciones', 'camara', 'camaras'], ['aplicacion', 'aplicacion', 'camar', 'camar']],
  ['de', ['tees', 'los', 'den'], ['tee', 'los', 'den']],
  ['es', ['dato', 'datos', 'costa'], ['dato', 'dato', 'costa']],
  ['pt', ['aplicacao', 'aplicacoes'], ['aplicac', 'aplicac']],
  ['it', ['applicazione', 'applicazioni'], ['applicazion', 'applicazion']],
  [
    'nl',
    ['netwerk', 'netwerken', 'veiligheden', 'veiligheid'],
    ['netwerk', 'netwerk', 'veiligheid', 'veiligheid'],
  ],
  ['ja', ['deploys', '東京'], ['deploys', '東京']],
])('in %s of %j', (language, forms, stems) => {
  expect(forms.map(form => stemOf(form, language))).toEqual(stems);
});
