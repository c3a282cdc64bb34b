import { momentInWords } from '../shared/times';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment where the reader sits: "3 Jan 2027, 14:05". */
export function moment(at: string): string {
  return momentInWords(at, HERE);
}

/** The time of day alone when it is today, else with its day: "14:05". */
export function clock(at: string, now = new Date()): string {
  const time = (moment: Date): string => momentInWords(moment.toISOString(), HERE);
  const [day, hour] = time(new Date(at)).split(', ');
  return time(now).startsWith(`${day},`) ? (hour ?? '') : `${day}, ${hour}`;
}
