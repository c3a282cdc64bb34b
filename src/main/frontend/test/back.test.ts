import { expect, test } from 'vitest';
import { pageToGoBackTo } from '../src/tasklist/back';

test('signing in leads back to a page of ours', () => {
  expect(pageToGoBackTo('?back=/cases/NORTH-2026-0001')).toBe('/cases/NORTH-2026-0001');
  expect(pageToGoBackTo('?back=%2Fstaff')).toBe('/staff');
  expect(pageToGoBackTo('?back=/notifications')).toBe('/notifications');
  expect(pageToGoBackTo('?back=/admin/messages')).toBe('/admin/messages');
});

test('and to nowhere else', () => {
  for (const back of ['//evil.example', 'https://evil.example', '/cases/../x', '/cases//evil', '/camunda', '/cases?x=1', 'javascript:alert(1)']) {
    expect(pageToGoBackTo(`?back=${encodeURIComponent(back)}`)).toBeUndefined();
  }
  expect(pageToGoBackTo('')).toBeUndefined();
});
