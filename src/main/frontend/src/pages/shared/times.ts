import { dayInWords, daysBetween, fromToday } from '../../tasklist/when';

export { dayInWords, daysBetween, fromToday };

/** A moment at the woman's site: "3 Jan 2027, 14:05". */
export function momentInWords(moment: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(moment));
}

/** The civil date of a moment at that site, `yyyy-MM-dd`. */
export function dayOf(moment: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(moment));
}

/** Whole years from a date of birth to today, both `yyyy-MM-dd`. */
export function ageOn(today: string, born: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** When she is to leave: "in 5 weeks". */
export function releaseInWords(today: string, date: string): string {
  const days = daysBetween(today, date);
  return days >= 0 ? fromToday(days) : `${fromToday(days)}, not released yet`;
}
