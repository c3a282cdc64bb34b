import { expect, test } from 'vitest';
import { refuseDrafts, removeDrafts } from '../src/tasklist/drafts';

class Shelf {
  readonly kept = new Map<string, string>();
  get length(): number {
    return this.kept.size;
  }
  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

test('drafts of forms are removed and no longer kept; settings stay', () => {
  const shelf = new Shelf();
  const storage = shelf as unknown as Storage;
  ['camunda-form:1', 'camForm:2', 'camunda-form:3', 'camunda'].forEach((key) => storage.setItem(key, '{}'));

  removeDrafts(storage);
  refuseDrafts(storage);
  storage.setItem('camunda-form:4', '{"reasonForLeaving":"…"}');
  storage.setItem('camunda-web', '{}');

  expect([...shelf.kept.keys()]).toEqual(['camunda', 'camunda-web']);
});
