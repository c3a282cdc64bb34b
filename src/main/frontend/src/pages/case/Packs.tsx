import { useState } from 'preact/hooks';

const NAMES: Readonly<Record<string, string>> = {
  'release-plan': 'Release plan',
  'gate-pack': 'Gate pack',
  'handover-summary': 'Handover summary',
};

const LANGUAGES: readonly (readonly [code: string, name: string])[] = [
  ['', 'her language'],
  ['en', 'English'],
  ['mi', 'te reo Māori'],
  ['hi', 'Hindi'],
  ['bn', 'Bengali'],
];

/** What can be printed of the case, in which language. The handover summary is for the community team, in English. */
export function Packs({ caseNumber, packs }: { readonly caseNumber: string; readonly packs: readonly string[] }) {
  const [language, setLanguage] = useState('');
  const [named, setNamed] = useState(false);
  if (packs.length === 0) return null;
  return (
    <fieldset class="packs">
      <legend>Papers to print</legend>
      <ul>
        {packs.map((pack) => (
          <li>
            <a href={addressOf(caseNumber, pack, language, named)} target="_blank" rel="noopener">
              {NAMES[pack] ?? pack}
            </a>
          </li>
        ))}
      </ul>
      <label>
        in{' '}
        <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
          {LANGUAGES.map(([code, name]) => (
            <option value={code}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" checked={named} onChange={(event) => setNamed(event.currentTarget.checked)} /> She wants
        health and family services named on her gate pack
      </label>
    </fieldset>
  );
}

/** Where a pack is made. */
export function addressOf(caseNumber: string, pack: string, language: string, named: boolean): string {
  const question = new URLSearchParams();
  if (language !== '') question.set('language', language);
  if (named && pack === 'gate-pack') question.set('services', 'named');
  const asked = question.toString();
  return `/api/cases/${encodeURIComponent(caseNumber)}/packs/${pack}.pdf${asked === '' ? '' : `?${asked}`}`;
}
