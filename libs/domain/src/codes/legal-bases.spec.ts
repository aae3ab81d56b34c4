import { allowsSharing, findProcessingBasis, processingBasisOf, statutoryBases, statutoryBasis } from './legal-bases.js';
import { agencies, sharingAgencies } from '../kernel/agency.js';
import { categories } from '../kernel/catalogue.js';

const TODAY = '2026-03-02';

describe('R22 sharing without consent', () => {
  it('is open to OT for what promotes its own tasks, not for health', () => {
    expect(allowsSharing('FVL_13B_1_5', 'OT', 'NAV', 'follow-up', TODAY)).toBe(true);
    expect(allowsSharing('FVL_13B_1_5', 'OT', 'NAV', 'health', TODAY)).toBe(false);
  });

  it('is open to NAV and barnevern under their own acts only', () => {
    expect(allowsSharing('FVL_13B_1_5', 'NAV', 'OT', 'follow-up', TODAY)).toBe(false);
    expect(allowsSharing('NAVL_7', 'NAV', 'OT', 'follow-up', TODAY)).toBe(true);
    expect(allowsSharing('BVL_13_1', 'BV', 'OT', 'child-welfare', TODAY)).toBe(true);
    expect(allowsSharing('BVL_13_1', 'OT', 'NAV', 'follow-up', TODAY)).toBe(false);
  });

  it('lets the school tell OT, from the day the new act gives it', () => {
    expect(allowsSharing('OPL_25_1_3', 'SCH', 'OT', 'education', '2024-07-31')).toBe(false);
    expect(allowsSharing('OPL_25_1_3', 'SCH', 'OT', 'education', '2024-08-01')).toBe(true);
    expect(allowsSharing('OPL_25_1_3', 'OT', 'SCH', 'education', TODAY)).toBe(false);
  });

  it('goes one way when NAV or barnevern orders it', () => {
    expect(allowsSharing('AML_19', 'SCH', 'NAV', 'education', TODAY)).toBe(true);
    expect(allowsSharing('AML_19', 'NAV', 'SCH', 'education', TODAY)).toBe(false);
    expect(allowsSharing('BVL_13_4', 'NAV', 'BV', 'family', TODAY)).toBe(true);
  });

  it('does not reach guardians, but for the copy to those of minors', () => {
    const codes = statutoryBases.filter(({ recipients, neverBlocked }) => recipients.includes('guardian') && !neverBlocked);
    expect(codes.map(({ code }) => code)).toEqual(['OPF_8_3_2']);
  });

  it('does not rest on law that is not in force, or on a code that is none', () => {
    expect(statutoryBasis('FVL25_34_1_F', '2030-01-01')).toBeUndefined();
    expect(allowsSharing('FVL25_34_1_F', 'OT', 'NAV', 'follow-up', '2030-01-01')).toBe(false);
    expect(allowsSharing('BECAUSE', 'OT', 'NAV', 'follow-up', TODAY)).toBe(false);
  });
});

describe('R43 a concern for a child and danger are never blocked', () => {
  const neverBlocked = (day: string) => statutoryBases.filter((basis) => basis.neverBlocked && statutoryBasis(basis.code, day));

  it.each(['2015-06-15', '2022-12-31', '2023-01-01', TODAY])('every agency may tell barnevern everything on %s', (day) => {
    const blocked = sharingAgencies.flatMap((agency) =>
      categories.filter((category) => !neverBlocked(day).some(({ code }) => allowsSharing(code, agency, 'BV', category, day))),
    );
    expect(blocked).toEqual([]);
  });

  it('danger to life or health opens for anybody', () => expect(allowsSharing('FVL_13B_1_7', 'PPT', 'NAV', 'health', TODAY)).toBe(true));
});

describe('what an agency processes under by default', () => {
  it.each([
    ['OT', TODAY, 'OPL_25_1'],
    ['OT', '2015-06-15', 'OPL98_3_6'],
    ['PPT', TODAY, 'OPL_25_1'],
    ['SCH', TODAY, 'OPL_25_1'],
    ['NAV', TODAY, 'NAVL_4'],
    ['BV', TODAY, 'BVL_13_6'],
    ['BV', '2015-06-15', 'BVL92_3_1'],
    ['KOM', TODAY, 'STL_43A'],
    ['SYS', TODAY, 'GDPR_6_1_E'],
    ['Y', TODAY, 'GDPR_6_1_E'],
  ] as const)('%s on %s: %s', (agency, day, code) => expect(processingBasisOf(agency, day)).toBe(code));

  it('is always something', () => expect(agencies.filter((agency) => processingBasisOf(agency, '1990-01-01') === '')).toEqual([]));

  it('says what is our reading', () => {
    expect(findProcessingBasis('OT', TODAY)?.reading).toBeUndefined();
    expect(findProcessingBasis('KOM', TODAY)?.reading).toContain('municipal contact person');
  });
});
