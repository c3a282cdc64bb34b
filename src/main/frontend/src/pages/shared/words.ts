import exceptions from '../../../../resources/words.json';

type Namespace = keyof typeof exceptions;

/** A code in plain words: "mentalHealth" becomes "Mental health". The same file tells the server the exceptions. */
export function words(what: Namespace | 'other', code: string | null | undefined): string {
  if (code === null || code === undefined || code === '') return '';
  const fixed = what === 'other' ? undefined : (exceptions[what] as Readonly<Record<string, string>>)[code];
  return fixed ?? spoken(code);
}

/** A lowerCamelCase code as words, with a capital first letter. */
export function spoken(code: string): string {
  const text = code.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
