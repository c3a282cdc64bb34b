import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellOfActing } from '../src/session/acting';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the server hears of typing, and not of every key', () => {
  const page = new EventTarget();
  const tell = vi.fn(() => Promise.resolve());
  tellOfActing(page, 1000, tell);
  const type = (): boolean => page.dispatchEvent(new Event('keydown'));

  type();
  expect(tell).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(1000);
  expect(tell).toHaveBeenCalledTimes(0);
  type();
  type();
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  type();
  expect(tell).toHaveBeenCalledTimes(2);
});
