/**
 * Tasklist keeps drafts of forms in the browser's local storage, in clear, when somebody presses "Save" and when a
 * session ends. Workstations are shared: whoever sits down next could read about a woman. So nothing is kept, and what
 * an earlier version left behind is removed.
 */
const DRAFT = /^(camunda-form|camForm):/;

/** Removes every draft that lies in the storage. */
export function removeDrafts(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  keys.filter((key) => DRAFT.test(key)).forEach((key) => storage.removeItem(key));
}

/** From now on the storage takes no drafts; everything else it keeps as before. */
export function refuseDrafts(storage: Storage): void {
  const prototype = Object.getPrototypeOf(storage) as Storage;
  const keep = prototype.setItem;
  prototype.setItem = function (this: Storage, key: string, value: string): void {
    if (!DRAFT.test(key)) {
      keep.call(this, key, value);
    }
  };
}
