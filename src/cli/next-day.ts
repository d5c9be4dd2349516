/** The day that is meant where none is named: today where it has sessions, else the next that has, else the first. */
export function nextDay(today: string, days: readonly string[]): string {
  return days.find(day => day >= today) ?? days[0] ?? today;
}
