import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, send } from '../shared/server';
import { type Answers, type Question, QuestionField, isAsked } from './QuestionField';

interface Form {
  readonly title: string;
  readonly explanations: readonly string[];
  readonly questions: readonly Question[];
}

interface Props {
  readonly caseNumber: string;
  readonly action: string;
  readonly today: string;
  readonly close: (saved: boolean) => void;
}

/** The form of an action, as it is deployed; the server checks it as it checks the forms of tasks. */
export function ActionDialog({ caseNumber, action, today, close }: Props) {
  const [form, setForm] = useState<Form>();
  const [answers, setAnswers] = useState<Answers>({});
  const [problem, setProblem] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const address = `/api/cases/${encodeURIComponent(caseNumber)}/actions/${action}`;

  useEffect(() => {
    dialog.current?.showModal();
    ask<Form>(address).then(
      (found) => {
        setForm(found);
        setAnswers(found.questions.some(({ key }) => key === 'contactOn') ? { contactOn: today } : {});
      },
      (error: unknown) => setProblem(asRefusal(error)),
    );
  }, []);
  useEffect(() => {
    if (problem?.field !== undefined) {
      dialog.current?.querySelector<HTMLElement>(`[name="${CSS.escape(problem.field)}"]`)?.focus();
    }
  }, [problem]);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (form === undefined) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const asked = form.questions.filter((question) => isAsked(question, answers));
      await send('POST', address, {
        answers: Object.fromEntries(asked.map(({ key }) => [key, answers[key] ?? null])),
      });
      close(true);
    } catch (error) {
      setProblem(asRefusal(error));
      setBusy(false);
    }
  };

  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onCancel={() => close(false)}>
      {form === undefined && problem === undefined && <Loading what="Opening the form" />}
      <form onSubmit={(event) => void submit(event)}>
        {form !== undefined && (
          <>
            <h2 id="dialog-title">{form.title}</h2>
            {form.explanations.map((text) => (
              <p class="soft">{text}</p>
            ))}
            {form.questions
              .filter((question) => isAsked(question, answers))
              .map((question) => (
                <QuestionField
                  key={question.key}
                  question={question}
                  value={answers[question.key]}
                  problem={problem?.field === question.key ? problem.message : undefined}
                  answer={(value) => setAnswers({ ...answers, [question.key]: value })}
                />
              ))}
          </>
        )}
        {problem !== undefined && (form === undefined || !form.questions.some(({ key }) => key === problem.field)) && (
          <Problem refusal={problem} />
        )}
        <p class="buttons">
          {form !== undefined && (
            <button type="submit" class="main" disabled={busy}>
              {busy ? 'Saving …' : 'Save'}
            </button>
          )}
          <button type="button" onClick={() => close(false)}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}
