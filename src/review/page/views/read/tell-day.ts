/** The day of a moment, as this reader writes days; the moment itself where it is none. */
export function tellDay(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  return moment.toLocaleDateString(undefined, { year: 'numeric', month: 'short', day: 'numeric' });
}
