import { spoken } from '../shared/words';
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
            {rule.annotation !== '' && <div class="soft">Source: {rule.annotation}</div>}
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
  const parts = Object.entries(rule.outputs).filter(([name, value]) => name !== 'reason' && value !== null);
  return (
    <strong>{parts.map(([name, value]) => `${spoken(name)}: ${valueInWords(value)}`).join(', ')}</strong>
  );
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value === 'string') return /^[a-z]+([A-Z][a-z]*)*$/.test(value) ? spoken(value).toLowerCase() : value;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
