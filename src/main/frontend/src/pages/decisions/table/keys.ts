/** A key with what is held down beside it. */
export type KeyPressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What these keys mean; nothing for any others. */
export function undoOrRedo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPressed): 'undo' | 'redo' | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}
