import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftKeeper, type Kept, type Standing } from '../src/pages/decisions/draft';

const AT = '2026-11-22T14:02:00Z';
let told: Standing[];
let sent: (readonly [string, number])[];

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  sent = [];
});
afterEach(() => vi.useRealTimers());

function keeper(answers: (() => Kept)[], revision = 0): DraftKeeper {
  const store = (xml: string, seen: number): Promise<Kept> => {
    sent.push([xml, seen]);
    const answer = answers.shift();
    return new Promise((resolve) => resolve(answer === undefined ? { kept: true, revision: seen + 1, savedAt: AT } : answer()));
  };
  return new DraftKeeper(store, (standing) => told.push(standing), revision);
}

test('a change is saved once, a moment after the last key', async () => {
  const draft = keeper([]);
  draft.changed('a');
  await vi.advanceTimersByTimeAsync(1_000);
  draft.changed('ab');
  expect(draft.unsaved).toBe(true);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toEqual([['ab', 0]]);
  expect(told.at(-1)).toEqual({ state: 'saved', at: AT });
  expect(draft.unsaved).toBe(false);
});

test('the next save says which revision it saw', async () => {
  const draft = keeper([], 7);
  draft.changed('a');
  await draft.save();
  draft.changed('b');
  await draft.save();
  expect(sent).toEqual([
    ['a', 7],
    ['b', 8],
  ]);
});

test('what was saved elsewhere is not overwritten until somebody chooses', async () => {
  const draft = keeper([() => ({ kept: false, revision: 5, savedAt: AT })], 1);
  draft.changed('mine');
  await draft.save();
  expect(told.at(-1)).toEqual({ state: 'elsewhere', revision: 5, at: AT });
  draft.changed('mine, more');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(draft.unsaved).toBe(true);

  await draft.keepThis(5);
  expect(sent.at(-1)).toEqual(['mine, more', 5]);
  expect(told.at(-1)).toEqual({ state: 'saved', at: AT });
});

test('a failure is told and tried again', async () => {
  const draft = keeper([
    () => {
      throw new Error('The server cannot be reached.');
    },
  ]);
  draft.changed('a');
  await draft.save();
  expect(told.at(-1)).toEqual({ state: 'failed', why: 'The server cannot be reached.' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told.at(-1)).toEqual({ state: 'saved', at: AT });
});

test('after it is discarded nothing is sent', async () => {
  const draft = keeper([]);
  draft.changed('a');
  draft.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual([]);
});
