import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import Modeler from 'dmn-js/lib/Modeler';
import NavigatedViewer from 'dmn-js/lib/NavigatedViewer';
import { undoOrRedo } from './keys';

/** A cell that somebody stands on. */
export interface CellChosen {
  readonly cellId: string;
  readonly columnId: string;
  readonly row: number;
  readonly isInput: boolean;
  readonly text: string;
}

/** A table on the screen. */
export interface OpenTable {
  readonly xml: () => Promise<string>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly mayUndo: () => boolean;
  readonly mayRedo: () => boolean;
  readonly addRule: () => void;
  /** Writes into the chosen cell. */
  readonly write: (cellId: string, text: string) => void;
  readonly close: () => void;
}

interface Wishes {
  readonly name: string;
  readonly editable: boolean;
  readonly changed: () => void;
  readonly chosen: (cell: CellChosen | undefined) => void;
}

/** Draws a table's text; fails with a sentence when there is none with that id. */
export async function openTable(container: HTMLElement, xml: string, id: string, wishes: Wishes): Promise<OpenTable> {
  const view = new (wishes.editable ? Modeler : NavigatedViewer)({
    container,
    decisionTable: { expressionLanguages: { options: [{ value: 'feel', label: 'FEEL' }], defaults: { editor: 'feel' } } },
  });
  try {
    await view.importXML(xml, { open: false });
    const table = view.getViews().find((one) => one.type === 'decisionTable' && one.id === id);
    if (table === undefined) throw new Error(`There is no decision table “${id}” in this file.`);
    await view.open(table);
  } catch (error) {
    view.destroy();
    throw error;
  }
  nameParts(container, wishes.name);
  const part = <T>(name: string): T => view.getActiveViewer()?.get(name) as T;
  const events = part<EventBus>('eventBus');
  if (!wishes.editable) return { ...NOTHING_TO_DO, xml: () => Promise.resolve(xml), close: () => view.destroy() };
  const commands = part<CommandStack>('commandStack');
  ignoreChangesToTheSame(part<Modeling>('modeling'));
  events.on('commandStack.changed', wishes.changed);
  events.on('selection.changed', ({ selection }) => wishes.chosen(cellOf(selection)));
  const letGo = listenToKeysAndClicks(container, commands);
  return {
    xml: async () => (await view.saveXML({ format: true })).xml,
    undo: () => commands.undo(),
    redo: () => commands.redo(),
    mayUndo: () => commands.canUndo(),
    mayRedo: () => commands.canRedo(),
    addRule: () => part<EditorActions>('editorActions').trigger('addRule'),
    write: (cellId, text) => {
      const cell = part<ElementRegistry>('elementRegistry').get(cellId);
      if (cell) part<Modeling>('modeling').editCell(cell.businessObject, text);
    },
    close: () => {
      letGo();
      view.destroy();
    },
  };
}

/** After an undo the field within a cell tells the table its text again; taken for a change, it would leave nothing to redo. */
function ignoreChangesToTheSame(modeling: Modeling): void {
  const edit = modeling.editCell.bind(modeling);
  modeling.editCell = (cell, text) => {
    if ((cell.text ?? '') !== text) edit(cell, text);
  };
}

/**
 * Undo and redo by keyboard wherever the focus is, as by the buttons: the field within a cell has an undo of its own, which
 * the table would take for another change, and beside the table nothing would hear the keys. A click into the cell that is
 * chosen already puts the cursor there again.
 */
function listenToKeysAndClicks(container: HTMLElement, commands: CommandStack): () => void {
  const keys = (event: KeyboardEvent): void => {
    const way = undoOrRedo(event);
    if (way === undefined || container.offsetParent === null || writesElsewhere(event.target, container)) return;
    event.preventDefault();
    event.stopPropagation();
    if (way === 'undo' ? commands.canUndo() : commands.canRedo()) commands[way]();
  };
  const clicks = ({ target }: MouseEvent): void => {
    const cell = target instanceof Element ? target.closest('td[data-element-id]') : null;
    if (cell === null || cell.contains(document.activeElement)) return;
    cell.querySelector<HTMLElement>('[contenteditable="true"], textarea, input')?.focus();
  };
  document.addEventListener('keydown', keys, true);
  container.addEventListener('click', clicks);
  return () => {
    document.removeEventListener('keydown', keys, true);
    container.removeEventListener('click', clicks);
  };
}

/** Whether somebody types into a field that is no part of the table, which has an undo of its own. */
function writesElsewhere(target: EventTarget | null, container: HTMLElement): boolean {
  return (
    target instanceof HTMLElement &&
    !container.contains(target) &&
    target.matches('textarea, [contenteditable="true"], input:not([type="radio"], [type="checkbox"])')
  );
}

/** Draws which table feeds which; tells which one was clicked. */
export async function openPicture(container: HTMLElement, xml: string, opened: (id: string) => void): Promise<() => void> {
  const view = new NavigatedViewer({ container, drd: { drillDown: { enabled: false } } });
  await view.importXML(xml, { open: false });
  const picture = view.getViews().find((one) => one.type === 'drd');
  if (picture === undefined) throw new Error('There is no picture of the tables.');
  await view.open(picture);
  const part = <T>(name: string): T => view.getActiveViewer()?.get(name) as T;
  part<Canvas>('canvas').zoom('fit-viewport', 'auto');
  part<EventBus>('eventBus').on('element.click', ({ element }) => {
    if (element?.businessObject?.$type === 'dmn:Decision') opened(element.businessObject.id);
  });
  return () => view.destroy();
}

interface BusinessObject {
  readonly $type: string;
  readonly id: string;
  readonly text?: string;
}

interface Cell {
  readonly id: string;
  readonly businessObject: BusinessObject;
  readonly col?: { readonly businessObject: BusinessObject };
  readonly row?: { readonly root?: { readonly rows: readonly unknown[] } };
}

interface EventBus {
  on(name: string, listener: (event: { readonly selection?: Cell; readonly element?: Cell }) => void): void;
}

interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

interface EditorActions {
  trigger(action: string): void;
}

interface ElementRegistry {
  get(id: string): Cell | undefined;
}

interface Modeling {
  editCell: (cell: BusinessObject, text: string) => void;
}

interface Canvas {
  zoom(level: string, centre: string): void;
}

const NOTHING_TO_DO = {
  undo: () => undefined,
  redo: () => undefined,
  mayUndo: () => false,
  mayRedo: () => false,
  addRule: () => undefined,
  write: () => undefined,
};

/** What scrolls is reached by keyboard and has a name, and the column of the rows' numbers a head, for screen readers. */
function nameParts(container: HTMLElement, name: string): void {
  const scrolls = container.querySelector<HTMLElement>('.tjs-table-container');
  if (scrolls !== null) {
    scrolls.tabIndex = 0;
    scrolls.setAttribute('role', 'region');
    scrolls.setAttribute('aria-label', `Table ${name}`);
  }
  const head = document.createElement('span');
  head.className = 'hidden';
  head.textContent = 'Row';
  container.querySelector('th.index-column')?.append(head);
}

function cellOf(cell: Cell | undefined): CellChosen | undefined {
  if (cell?.col === undefined || cell.row === undefined) return undefined;
  return {
    cellId: cell.id,
    columnId: cell.col.businessObject.id,
    row: (cell.row.root?.rows.indexOf(cell.row) ?? -1) + 1,
    isInput: cell.businessObject.$type === 'dmn:UnaryTests',
    text: cell.businessObject.text ?? '',
  };
}
