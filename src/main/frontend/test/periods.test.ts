import { expect, test } from 'vitest';
import { periodInWords } from '../src/pages/case/periods';

test.each([
  ['P7D', '7 days'],
  ['PT1H', '1 hour'],
  ['P1Y2M', '1 year 2 months'],
  ['PT30M', '30 minutes'],
  ['P2W', '2 weeks'],
])('%s is %s', (code, said) => expect(periodInWords(code)).toBe(said));

test('other texts are no periods', () => {
  for (const text of ['', 'P', 'PT', 'priority', '7 days']) expect(periodInWords(text)).toBeUndefined();
});
