/** A question of a deployed form. */
export interface Question {
  readonly key: string;
  readonly type: string;
  readonly subtype?: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly longest?: number;
  readonly hiddenWhen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export type Value = string | readonly string[] | boolean | undefined;
export type Answers = Readonly<Record<string, Value>>;

const COMPARISON = /^(\w+)\s*(!=|=)\s*(?:"([^"]*)"|null)$/;

/** Whether a question is asked, given the other answers. A condition that this page cannot read hides nothing. */
export function isAsked(question: Question, answers: Answers): boolean {
  return !question.hiddenWhen.some((condition) => {
    const parts = COMPARISON.exec(condition.trim());
    if (parts === null) return false;
    const same = (answers[parts[1] ?? ''] ?? '') === (parts[3] ?? '');
    return parts[2] === '=' ? same : !same;
  });
}

interface Props {
  readonly question: Question;
  readonly value: Value;
  readonly problem: string | undefined;
  readonly answer: (value: Value) => void;
}

/** Asks one question. */
export function QuestionField({ question, value, problem, answer }: Props) {
  const several = question.type === 'radio' || question.type === 'checklist';
  const about = [question.help === undefined ? '' : `${question.key}-help`, problem === undefined ? '' : `${question.key}-problem`]
    .join(' ')
    .trim();
  const label = (
    <>
      {question.label}
      {!question.required && <span class="soft"> (may stay empty)</span>}
    </>
  );
  const rest = (
    <>
      {question.help !== undefined && (
        <p class="soft" id={`${question.key}-help`}>
          {question.help}
        </p>
      )}
      <Input question={question} value={value} about={about} wrong={problem !== undefined} answer={answer} />
      {problem !== undefined && (
        <p class="late" id={`${question.key}-problem`} role="alert">
          {problem}
        </p>
      )}
    </>
  );
  return several ? (
    <fieldset class="question" {...(about === '' ? {} : { 'aria-describedby': about })}>
      <legend>{label}</legend>
      {rest}
    </fieldset>
  ) : (
    <div class="question">
      <label for={`field-${question.key}`}>{label}</label>
      {rest}
    </div>
  );
}

interface InputProps {
  readonly question: Question;
  readonly value: Value;
  readonly about: string;
  readonly wrong: boolean;
  readonly answer: (value: Value) => void;
}

function Input({ question, value, about, wrong, answer }: InputProps) {
  const common = {
    id: `field-${question.key}`,
    name: question.key,
    required: question.required,
    'aria-invalid': wrong,
    ...(about === '' ? {} : { 'aria-describedby': about }),
    ...(question.longest === undefined ? {} : { maxLength: question.longest }),
  };
  const text = typeof value === 'string' ? value : '';
  const take = (event: { readonly currentTarget: { readonly value: string } }): void =>
    answer(event.currentTarget.value === '' ? undefined : event.currentTarget.value);
  switch (question.type) {
    case 'textarea':
      return <textarea {...common} rows={4} value={text} onInput={take} />;
    case 'select':
      return (
        <select {...common} value={text} onChange={take}>
          <option value="">Choose …</option>
          {question.options.map((option) => (
            <option value={option.value}>{option.label}</option>
          ))}
        </select>
      );
    case 'radio':
      return (
        <>
          {question.options.map((option) => (
            <label class="choice">
              <input
                type="radio"
                name={question.key}
                required={question.required}
                checked={value === option.value}
                onChange={() => answer(option.value)}
              />
              {option.label}
            </label>
          ))}
        </>
      );
    case 'checklist':
      return <Checklist question={question} chosen={Array.isArray(value) ? value : []} answer={answer} />;
    case 'datetime':
      return <input {...common} type={question.subtype === 'time' ? 'time' : 'date'} value={text} onInput={take} />;
    default:
      return <input {...common} type="text" autocomplete="off" value={text} onInput={take} />;
  }
}

interface ChecklistProps {
  readonly question: Question;
  readonly chosen: readonly string[];
  readonly answer: (value: Value) => void;
}

function Checklist({ question, chosen, answer }: ChecklistProps) {
  return (
    <>
      {question.options.map((option) => (
        <label class="choice">
          <input
            type="checkbox"
            name={question.key}
            checked={chosen.includes(option.value)}
            onChange={(event) => {
              const others = chosen.filter((other) => other !== option.value);
              const now = event.currentTarget.checked ? [...others, option.value] : others;
              answer(now.length === 0 ? undefined : now);
            }}
          />
          {option.label}
        </label>
      ))}
    </>
  );
}
