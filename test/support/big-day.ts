/** 1,007 sessions on one day, in seven tracks and seven rooms at a time, as a conference's files have them. */
export function bigDayFiles(day: string): Record<string, string> {
  const rows = Array.from({ length: 1007 }, (_, index) => {
    const minutes = 9 * 60 + Math.floor(index / 7) * 4;
    const track = `Track ${(index % 7) + 1}`;
    return [
      `Session number ${index + 1} on lighthouses`,
      `Keeper ${index % 300}`,
      track,
      `${day} ${clock(minutes)}`,
      `${day} ${clock(minutes + 4)}`,
      `Room ${(index % 7) + 1}`,
      `In session ${index + 1} we tell what lamp ${index} did in the storm. It will be of use to every keeper.`,
    ].join(',');
  });
  return {
    'conference.yml': 'name: Lighthouse Days\ntimeZone: UTC\n',
    'schedule.csv': ['title,speakers,track,start,end,room,abstract', ...rows].join('\n'),
  };
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':');
}
