const DAY = 24 * 60 * 60 * 1000;

/** Days from one civil date to another, both `yyyy-MM-dd`; independent of any time zone. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** How far away a day is, as people say it: "tomorrow", "in 5 weeks", "3 days ago". */
export function fromToday(days: number): string {
  const names: Record<string, string> = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' };
  const name = names[String(days)];
  if (name !== undefined) return name;
  const span = spanOf(Math.abs(days));
  return days > 0 ? `in ${span}` : `${span} ago`;
}

function spanOf(days: number): string {
  if (days < 14) return count(days, 'day');
  if (days < 7 * 13) return count(Math.round(days / 7), 'week');
  if (days < 730) return count(Math.round(days / 30.44), 'month');
  return count(Math.round(days / 365.25), 'year');
}

function count(number: number, unit: string): string {
  return number === 1 ? `1 ${unit}` : `${number} ${unit}s`;
}

/** A civil date as people write it: "3 Jan 2027". */
export function dayInWords(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
