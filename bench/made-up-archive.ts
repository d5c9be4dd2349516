import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an archive in PyVideo's form: a folder a conference with its name in category.json, and a JSON file a talk. */
export function writeArchive(folder: string, { files, folders }: { files: number; folders: number }): void {
  for (let number = 0; number < folders; number++) {
    mkdirSync(join(folder, `bench-${number}`, 'videos'), { recursive: true });
    writeFileSync(
      join(folder, `bench-${number}`, 'category.json'),
      JSON.stringify({ title: `Bench Days ${number}` }),
    );
  }
  for (let number = 0; number < files - folders; number++)
    writeFileSync(join(folder, videoPath(number, folders)), JSON.stringify(createVideo(number), null, 2));
}

/** The path of a talk's file below the archive. */
export function videoPath(number: number, folders: number): string {
  return join(`bench-${number % folders}`, 'videos', `talk-${number}.json`);
}

export function createVideo(number: number): Readonly<Record<string, unknown>> {
  const sentence = `Talk ${number} follows a buoy from its first harbour to its last, and shows how Ceph keeps the charts. `;
  return {
    copyright_text: 'Standard License',
    description: sentence.repeat(6),
    duration: 1500 + (number % 1200),
    language: 'eng',
    recorded: `20${10 + (number % 15)}-0${1 + (number % 9)}-1${number % 10}`,
    related_urls: [],
    speakers: [`Ada Lund ${number % 7000}`],
    tags: ['charts'],
    thumbnail_url: `https://img.example/${number}.jpg`,
    title: `How a buoy finds harbour ${number}`,
    videos: [{ type: 'youtube', url: `https://video.example/watch?v=${number}` }],
  };
}
