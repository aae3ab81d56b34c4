import { effortGroups, findEffortGroup } from './assessment.js';

describe('effort groups', () => {
  it.each([
    ['GODE_MULIGHETER', 'GODE_MULIGHETER'],
    ['STANDARD_INNSATS', 'GODE_MULIGHETER'],
    ['IKVAL', 'GODE_MULIGHETER'],
    ['BFORM', 'TRENGER_VEILEDNING'],
    ['SPESIELT_TILPASSET_INNSATS', 'TRENGER_VEILEDNING_NEDSATT_ARBEIDSEVNE'],
    ['BATT', 'TRENGER_VEILEDNING_NEDSATT_ARBEIDSEVNE'],
    ['GRADERT_VARIG_TILPASSET_INNSATS', 'JOBBE_DELVIS'],
    ['VARIG_TILPASSET_INNSATS', 'LITEN_MULIGHET_TIL_A_JOBBE'],
  ])('knows %s as %s', (name, code) => expect(findEffortGroup(name)?.code).toBe(code));

  it('does not guess which of two groups Arena means', () => expect(findEffortGroup('VARIG')).toBeUndefined());

  it('lead to the youth guarantee where NAV says so', () =>
    expect(effortGroups.filter(({ youthGuarantee }) => youthGuarantee).map(({ arenaCode }) => arenaCode)).toEqual(['BFORM', 'BATT']));
});
