const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute'];

/** An ISO 8601 period as people say it: "P7D" is "7 days"; nothing when the text is no period. */
export function periodInWords(text: string): string | undefined {
  const parts = PERIOD.exec(text);
  if (parts === null) return undefined;
  const said = UNITS.flatMap((unit, index) => {
    const number = Number(parts[index + 1] ?? 0);
    return number === 0 ? [] : [number === 1 ? `1 ${unit}` : `${number} ${unit}s`];
  });
  return said.length === 0 ? undefined : said.join(' ');
}
