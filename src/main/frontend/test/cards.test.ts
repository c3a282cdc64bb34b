import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CardDesk, type Card } from '../src/tasklist/cards';

const card = (caseNumber: string): Card => ({ caseNumber, today: '2027-01-01', flags: [] });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the cards of a page are asked for in one call', async () => {
  const ask = vi.fn(async (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, card(`N-${id}`)])));
  const desk = new CardDesk(ask);

  const both = Promise.all([desk.card('1'), desk.card('2'), desk.card('1')]);
  await vi.runAllTimersAsync();

  expect((await both).map((found) => found?.caseNumber)).toEqual(['N-1', 'N-2', 'N-1']);
  expect(ask.mock.calls).toEqual([[['1', '2']]]);
});

test('a card is asked for again after a while, and after a failure', async () => {
  const ask = vi
    .fn<(ids: readonly string[]) => Promise<Record<string, Card>>>()
    .mockRejectedValueOnce(new Error('away'))
    .mockResolvedValue({ '1': card('N-1') });
  const desk = new CardDesk(ask);

  const failed = desk.card('1').catch((error: Error) => error.message);
  await vi.runAllTimersAsync();
  expect(await failed).toBe('away');

  for (const wait of [0, 1_000, 30_000]) {
    await vi.advanceTimersByTimeAsync(wait);
    const found = desk.card('1');
    await vi.advanceTimersByTimeAsync(100);
    expect((await found)?.caseNumber).toBe('N-1');
  }
  expect(ask).toHaveBeenCalledTimes(3);
});
