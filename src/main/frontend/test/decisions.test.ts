import { expect, test } from 'vitest';
import type { Checks, Column, Finding } from '../src/pages/decisions/api';
import { differences } from '../src/pages/decisions/compare';
import { grouped, placeOf, summary } from '../src/pages/decisions/findings';
import { undoOrRedo } from '../src/pages/decisions/table/keys';
import { styleOf, timesInWords } from '../src/pages/decisions/table/marks';
import { compared, complete, exampleInWords, expectedAs, expectedNow, expecting, listedIn, rowInWords, rowsInWords, typed, toldInWords } from '../src/pages/decisions/values';

const TRACK: Column = { id: 'Input_track', name: 'track', label: 'Track', type: 'string', values: [{ value: 'full' }, { value: 'short' }] };
const WEEKS: Column = { id: 'Output_weeks', name: 'noticeWeeks', label: 'Weeks of notice', type: 'number', values: [] };
const PREGNANT: Column = { id: 'Input_pregnant', name: 'pregnant', label: 'Pregnant', type: 'boolean', values: [] };

test('an empty field means not known, which is neither no nor nothing typed', () => {
  expect(typed('', PREGNANT)).toBeNull();
  expect(typed('false', PREGNANT)).toBe(false);
  expect(typed('6', WEEKS)).toBe(6);
  expect(complete({ track: 'full' }, [TRACK, PREGNANT])).toEqual({ track: 'full', pregnant: null });
});

test('results are told by the names of their columns', () => {
  expect(rowInWords({ track: 'full', pregnant: null }, [TRACK, PREGNANT])).toBe('Track: full; Pregnant: not known');
  expect(exampleInWords({ track: 'full' }, [TRACK, PREGNANT])).toBe('Track: full; nothing else is known');
  expect(exampleInWords({ track: 'full', pregnant: true }, [TRACK, PREGNANT])).toBe('Track: full; Pregnant: yes');
  expect(rowsInWords([], [TRACK])).toBe('no result');
  expect(toldInWords([{ noticeWeeks: 6 }, { noticeWeeks: 4 }], [WEEKS])).toBe('Weeks of notice: 6 / Weeks of notice: 4');
  expect(toldInWords('Weeks of notice 6', [WEEKS])).toBe('Weeks of notice 6');
  expect(rowsInWords([{ noticeWeeks: null }], [WEEKS])).toBe('Weeks of notice: nothing');
});

test('a golden case expects a value, nothing, or anything', () => {
  expect(expecting({}, WEEKS, '6')).toEqual({ noticeWeeks: 6 });
  expect(expecting({ noticeWeeks: 6 }, WEEKS, '-')).toEqual({ noticeWeeks: null });
  expect(expecting({ noticeWeeks: 6, track: 'full' }, WEEKS, '')).toEqual({ track: 'full' });
  expect([6, null, undefined].map(expectedAs)).toEqual(['6', '-', '']);
  expect(compared([{ noticeWeeks: 6, reason: 'long' }], [{ noticeWeeks: 5 }])).toEqual([{ noticeWeeks: 6 }]);
  expect(compared([{ noticeWeeks: 6 }], [])).toEqual([{ noticeWeeks: 6 }]);
  expect(expectedNow([{ noticeWeeks: 6, reason: 'long' }], [{ noticeWeeks: 5 }])).toEqual([{ noticeWeeks: 6 }]);
  expect(expectedNow([{ problem: 'cannot be decided' }], [{ noticeWeeks: 5 }])).toBeUndefined();
});

test('a cell that is a list of values can be ticked, anything more cannot', () => {
  expect(listedIn('"full", "short"')).toEqual(['"full"', '"short"']);
  expect(listedIn('"remand", null')).toEqual(['"remand"', 'null']);
  expect(listedIn('false, null')).toEqual(['false', 'null']);
  expect(listedIn('6')).toEqual(['6']);
  expect(listedIn('-')).toEqual([]);
  expect(listedIn('not("full")')).toBeUndefined();
  expect(listedIn('[1..5]')).toBeUndefined();
  expect(listedIn('> 183')).toBeUndefined();
  expect(listedIn('"full" "short"')).toBeUndefined();
});

const GAP: Finding = { severity: 'error', kind: 'gap', message: 'No rule fires.', ruleIds: [] };
const VALUE: Finding = { severity: 'error', kind: 'value', message: 'No such value.', row: 2, column: 'track', ruleIds: ['r2'] };
const SOURCE: Finding = { severity: 'warning', kind: 'annotation', message: 'No source.', row: 1, ruleIds: ['r1'] };

test('what must be put right comes first, each finding with its place', () => {
  const groups = grouped([SOURCE, VALUE, GAP]);
  expect(groups.map(({ title, findings }) => [title, findings])).toEqual([
    ['Must be put right', [GAP, VALUE]],
    ['Look at these', [SOURCE]],
  ]);
  expect([GAP, VALUE, SOURCE].map((finding) => placeOf(finding, { inputs: [TRACK], outputs: [] }))).toEqual(['The whole table', 'Row 2, Track', 'Row 1']);
});

test('the checks in a line', () => {
  const checks: Checks = { mayBeProposed: false, proved: true, findings: [SOURCE, VALUE, GAP], goldenCases: [{ name: 'a', ok: false, expected: [], got: [] }] };
  expect(summary(checks)).toBe('2 errors, 1 warning, 1 golden case failed');
  expect(summary({ ...checks, findings: [], goldenCases: [] })).toBe('No errors, no warnings');
});

test('two texts differ cell by cell; rules are the same by their id', () => {
  const columns = ['Track', 'Weeks', 'Annotation'];
  const one = { columns, rules: [{ id: 'a', cells: ['"full"', '6', 'source'] }, { id: 'b', cells: ['', '4', ''] }] };
  const other = { columns, rules: [{ id: 'c', cells: ['', '', 'new'] }, { id: 'a', cells: ['"full"', '5', 'source'] }] };
  expect(differences(one, other)).toEqual([
    { row: 'Row 1', column: 'Weeks', one: '6', other: '5' },
    { row: 'Row 2', column: 'Weeks', one: '4', other: '' },
    { row: 'New row 1', column: 'Annotation', one: '', other: 'new' },
  ]);
});

test('an id from a file cannot write styles of its own', () => {
  const style = styleOf({ rules: ['x"] { } body { display: none } ["'], cells: [], look: 'fired', counts: new Map([['r', 0]]) });
  expect(style).not.toContain('body {');
  expect(style).toContain('content: "never"');
  expect(timesInWords(1234)).toBe('1,234 ×');
});

test('the keys for undo and redo are those of the buttons, on every keyboard', () => {
  const pressed = { key: 'z', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
  expect(undoOrRedo(pressed)).toBe('undo');
  expect(undoOrRedo({ ...pressed, ctrlKey: false, metaKey: true })).toBe('undo');
  expect(undoOrRedo({ ...pressed, key: 'Z', shiftKey: true })).toBe('redo');
  expect(undoOrRedo({ ...pressed, key: 'y' })).toBe('redo');
  expect(undoOrRedo({ ...pressed, ctrlKey: false })).toBeUndefined();
  expect(undoOrRedo({ ...pressed, altKey: true })).toBeUndefined();
});
