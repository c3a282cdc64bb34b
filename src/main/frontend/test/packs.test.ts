import { describe, expect, it } from 'vitest';
import { addressOf } from '../src/pages/case/Packs';

describe('the address of a pack', () => {
  it('asks for nothing that is not chosen', () => {
    expect(addressOf('NORTH-2026-0001', 'gate-pack', '', false)).toBe(
      '/api/cases/NORTH-2026-0001/packs/gate-pack.pdf',
    );
  });

  it('asks for the language and, for the gate pack only, for services by name', () => {
    expect(addressOf('N', 'gate-pack', 'mi', true)).toBe('/api/cases/N/packs/gate-pack.pdf?language=mi&services=named');
    expect(addressOf('N', 'release-plan', 'hi', true)).toBe('/api/cases/N/packs/release-plan.pdf?language=hi');
  });
});
