import { expect, test } from 'vitest';
import { type Question, isAsked } from '../src/pages/case/QuestionField';

const question = (hiddenWhen: string[]): Question => ({
  key: 'until',
  type: 'datetime',
  label: 'Until?',
  required: false,
  hiddenWhen,
  options: [],
});

test('a question is asked when its condition allows it', () => {
  const onlyWhenGiven = question(['answer != "given"']);
  expect(isAsked(onlyWhenGiven, { answer: 'given' })).toBe(true);
  expect(isAsked(onlyWhenGiven, { answer: 'refused' })).toBe(false);
  expect(isAsked(onlyWhenGiven, {})).toBe(false);
  expect(isAsked(question(['answer = null']), {})).toBe(false);
});

test('a condition that cannot be read hides nothing', () => {
  expect(isAsked(question(['count(answers) > 2']), {})).toBe(true);
});
