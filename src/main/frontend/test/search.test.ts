import { expect, test } from 'vitest';
import { EVERYTHING_OPEN, asked, fromAddress, toAddress } from '../src/pages/cases/search';

test('filters stand in the address and come back from it', () => {
  const wish = { ...EVERYTHING_OPEN, phase: 'handover', release: '12' as const, openFlags: true, caseManager: 'caseManager.north' };
  expect(fromAddress(toAddress(wish))).toEqual(wish);
  expect(toAddress(EVERYTHING_OPEN)).toBe('');
});

test('a name never stands in the address', () => {
  expect(toAddress({ ...EVERYTHING_OPEN, words: 'Aroha Ngata' })).toBe('');
});

test('what an address makes up is ignored', () => {
  expect(fromAddress('?phase=nowhere&release=9&openFlags=perhaps')).toEqual(EVERYTHING_OPEN);
});

test('the server is asked for what narrows only', () => {
  expect(JSON.parse(JSON.stringify(asked(EVERYTHING_OPEN, undefined)))).toEqual({ query: '', status: 'open', size: 25 });
  expect(asked({ ...EVERYTHING_OPEN, release: 'unknown' }, undefined)['releaseDateUnknown']).toBe(true);
  expect(asked({ ...EVERYTHING_OPEN, caseManager: '-' }, undefined)).toMatchObject({ unassigned: true });
});
