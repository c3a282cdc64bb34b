import { expect, test } from 'vitest';
import { ownsTablesOnly } from '../src/webapps/rights';

test('an analyst sees tables, and more when she is also something else', () => {
  expect(ownsTablesOnly(['analyst'])).toBe(true);
  expect(ownsTablesOnly(['analyst', 'manager'])).toBe(false);
  expect(ownsTablesOnly(['camunda-admin', 'analyst'])).toBe(false);
  expect(ownsTablesOnly([])).toBe(false);
});
