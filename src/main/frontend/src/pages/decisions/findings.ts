import type { Checks, Columns, Finding, Severity } from './api';
import { labelIn } from './values';

const GROUPS: readonly { readonly severity: Severity; readonly title: string }[] = [
  { severity: 'error', title: 'Must be put right' },
  { severity: 'warning', title: 'Look at these' },
  { severity: 'info', title: 'Good to know' },
];

/** Findings of one severity, those higher in the table first. */
export interface Group {
  readonly severity: Severity;
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** The findings by severity, the severest first; empty groups are left out. */
export function grouped(findings: readonly Finding[]): readonly Group[] {
  return GROUPS.map(({ severity, title }) => ({
    severity,
    title,
    findings: findings
      .filter((finding) => finding.severity === severity)
      .sort((one, other) => (one.row ?? 0) - (other.row ?? 0)),
  })).filter((group) => group.findings.length > 0);
}

/** Where a finding is: "Row 4, Track". */
export function placeOf({ row, column }: Finding, columns: Columns): string {
  const parts = [row === null || row === undefined ? '' : `Row ${row}`, column ? labelIn(columns, column) : ''].filter((part) => part !== '');
  return parts.length === 0 ? 'The whole table' : parts.join(', ');
}

/** The checks in a line: "2 errors, 1 warning, 1 golden case failed". */
export function summary({ findings, goldenCases }: Checks): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const failed = goldenCases.filter(({ ok }) => !ok).length;
  const parts = [
    some(count('error'), 'error', 'errors'),
    some(count('warning'), 'warning', 'warnings'),
    some(failed, 'golden case failed', 'golden cases failed'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'No errors, no warnings' : parts.join(', ');
}

function some(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
