import { expect, test } from 'vitest';
import { ageOn, dayOf, momentInWords } from '../src/pages/shared/times';
import { words } from '../src/pages/shared/words';

test('codes are read as words, exceptions as the table says', () => {
  expect(words('phase', 'followUp')).toBe('Follow-up');
  expect(words('phase', 'caseManagement')).toBe('Case management');
  expect(words('pathway', 'family')).toBe('Children and families');
  expect(words('track', null)).toBe('');
});

test('moments are read in the zone of the site', () => {
  expect(momentInWords('2026-07-01T23:30:00Z', 'Europe/London')).toBe('2 Jul 2026, 00:30');
  expect(dayOf('2026-07-01T23:30:00Z', 'Europe/London')).toBe('2026-07-02');
});

test('she is a year older on her birthday', () => {
  expect(ageOn('2026-05-09', '1990-05-10')).toBe(35);
  expect(ageOn('2026-05-10', '1990-05-10')).toBe(36);
});
