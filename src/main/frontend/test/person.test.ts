import { expect, test } from 'vitest';
import { hasTasks, ownsTablesOnly, readsCases, readsTables, reports, seesCockpit } from '../src/session/person';

const inGroups = (...groups: string[]) => ({ groups, sites: [] });
const atNorth = { groups: ['receptionOfficer.north'], sites: ['north'] };

test('staff of a site have its cases and tasks', () => {
  expect([readsCases(atNorth), hasTasks(atNorth), reports(atNorth)]).toEqual([true, true, true]);
  expect(seesCockpit(atNorth)).toBe(false);
});

test('a provider has tasks, and no list of cases', () => {
  const provider = inGroups('provider.harbourHouse');
  expect([hasTasks(provider), readsCases(provider), seesCockpit(provider)]).toEqual([true, false, false]);
});

test('an analyst sees tables, and more when she is also something else', () => {
  expect(ownsTablesOnly(inGroups('analyst'))).toBe(true);
  expect(ownsTablesOnly(inGroups('analyst', 'manager'))).toBe(false);
  expect(ownsTablesOnly(inGroups('camunda-admin', 'analyst'))).toBe(false);
});

test('a manager sees the codes of all cases', () => {
  expect(readsCases(inGroups('manager'))).toBe(true);
});

test('analysts and managers read the tables and approve each other’s changes in Tasklist', () => {
  for (const group of ['analyst', 'manager']) {
    expect([readsTables(inGroups(group)), hasTasks(inGroups(group))]).toEqual([true, true]);
  }
  expect(readsTables(atNorth)).toBe(false);
});
