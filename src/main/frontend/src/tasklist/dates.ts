const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Camunda's form library reads a civil date with `Date.parse`, which takes it as midnight in UTC, and writes it back as
 * the local day: west of Greenwich a date that the form shows runs back by a day each time it is drawn. Until the
 * library is newer, `yyyy-MM-dd` means that day here, as the field shows it; everything else is read as before.
 */
export function readCivilDatesHere(date: DateConstructor): void {
  const parse = date.parse.bind(date);
  date.parse = (text: string): number => {
    const parts = CIVIL_DATE.exec(text);
    return parts === null ? parse(text) : new date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])).getTime();
  };
}
