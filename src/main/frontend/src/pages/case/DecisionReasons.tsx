import { dayInWords } from '../shared/times';
import { spoken, words } from '../shared/words';
import { periodInWords } from './periods';
import type { Rule } from './read';

interface Props {
  readonly version: number;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly rules: readonly Rule[];
}

/** Why a table decided so: each rule that fired with its reason and source, and what the table looked at. */
export function DecisionReasons({ version, inputs, rules }: Props) {
  return (
    <div class="reasons">
      {rules.length === 0 && <p>No rule of the table applies to her now.</p>}
      <ul>
        {rules.map((rule) => (
          <li>
            {outputsOf(rule)}
            {typeof rule.outputs['reason'] === 'string' && <div>{rule.outputs['reason']}</div>}
            {rule.annotation !== '' && <div class="soft">Source: {sourceInWords(rule.annotation)}</div>}
          </li>
        ))}
      </ul>
      <p class="soft">
        Version {version} of the table looked at:{' '}
        {Object.entries(inputs)
          .map(([name, value]) => `${spoken(name).toLowerCase()} ${valueInWords(value)}`)
          .join('; ')}
        .
      </p>
    </div>
  );
}

function outputsOf(rule: Rule) {
  const parts = Object.entries(rule.outputs).filter(
    ([name, value]) => !['reason', 'providerId'].includes(name) && value !== null && value !== '',
  );
  return <strong>{parts.map(([name, value]) => `${words('output', name)}: ${valueInWords(value)}`).join(', ')}</strong>;
}

/** Tables name their sources by number; people know them by name. */
function sourceInWords(annotation: string): string {
  return annotation.replace(/\b00\d\b/g, (number) => words('source', number)).replace(/\bext /g, '');
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? textInWords(value) : JSON.stringify(value);
}

function textInWords(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayInWords(text);
  return periodInWords(text) ?? (/^[a-z]+([A-Z][a-z]*)*$/.test(text) ? spoken(text).toLowerCase() : text);
}
