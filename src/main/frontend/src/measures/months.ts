/** The whole months before that one, the newest first, as `yyyy-MM`. */
export function monthsBefore(today: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) => {
    const month = new Date(Date.UTC(today.getFullYear(), today.getMonth() - 1 - back, 1));
    return month.toISOString().slice(0, 7);
  });
}

/** "October 2026", or "Oct 2026". */
export function monthInWords(month: string, length: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat('en-GB', { month: length, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
