/** "October 2026", or "Oct 2026". */
export function monthInWords(month: string, length: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat('en-GB', { month: length, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
