import fc from 'fast-check';
import { type ConsentQuestion, areEnough, consentGivers, mayTakePart, sharingPurposes } from './consent-ages.js';
import { sharingAgencies } from '../kernel/agency.js';
import { categories } from '../kernel/catalogue.js';

const education: ConsentQuestion = {
  purpose: 'coordinate-follow-up',
  from: 'OT',
  to: 'SCH',
  categories: ['education', 'follow-up'],
  age: 15,
  on: '2026-03-02',
};
const YOUTH = [['youth']];
const GUARDIANS = [['guardian'], ['both-guardians']];
const TOGETHER = [
  ['youth', 'guardian'],
  ['youth', 'both-guardians'],
];
const of = (change: Partial<ConsentQuestion>) => consentGivers({ ...education, ...change });

describe('R25 who may consent', () => {
  it.each<[string, Partial<ConsentQuestion>, readonly (readonly string[])[]]>([
    ['own education, 14', { age: 14 }, GUARDIANS],
    ['own education, 15', { age: 15 }, YOUTH],
    ['own education before the new act, 15', { age: 15, on: '2015-06-15' }, YOUTH],
    ['municipal follow-up, 15', { to: 'KOM' }, YOUTH],
    ['expert assessment, 15', { purpose: 'ppt-assessment', to: 'PPT', categories: ['education', 'health'] }, YOUTH],
    ['expert assessment, 14', { purpose: 'ppt-assessment', to: 'PPT', age: 14 }, GUARDIANS],
    ['to NAV, 15', { to: 'NAV', age: 15 }, TOGETHER],
    ['to NAV, 17', { to: 'NAV', age: 17 }, TOGETHER],
    ['to NAV, 18', { to: 'NAV', age: 18 }, YOUTH],
    ['from NAV, 17', { from: 'NAV', to: 'OT', age: 17 }, TOGETHER],
    ['a NAV measure, 17', { purpose: 'nav-measure', age: 17 }, TOGETHER],
    ['health to the school, 17', { categories: ['health'], age: 17 }, TOGETHER],
    ['health to the school, 18', { categories: ['health'], age: 18 }, YOUTH],
    ['referral to a municipal health service, 15', { purpose: 'referral', to: 'KOM', categories: ['health'], age: 15 }, TOGETHER],
    ['referral to a municipal health service, 16', { purpose: 'referral', to: 'KOM', categories: ['health'], age: 16 }, YOUTH],
    ['one special category among others, 17', { categories: ['education', 'child-welfare'], age: 17 }, TOGETHER],
    ['to the guardians, 15', { purpose: 'involve-guardian', to: 'guardian' }, YOUTH],
    ['to the guardians, 18', { purpose: 'involve-guardian', to: 'guardian', age: 18 }, YOUTH],
    ['aftercare, 17', { purpose: 'aftercare', from: 'BV', to: 'OT', age: 17 }, YOUTH],
    ['from barnevern otherwise, 17', { from: 'BV', to: 'OT', age: 17 }, TOGETHER],
    ['nothing at all, 17', { categories: [], age: 17 }, TOGETHER],
  ])('%s', (_case, change, combinations) => expect(of(change).combinations).toEqual(combinations));

  it('cites the act in force', () => {
    expect(of({ on: '2024-07-31' }).source).toContain('BL § 32');
    expect(of({ on: '2024-08-01' }).source).toContain('OPL § 24-5');
    expect(of({ to: 'NAV' })).toMatchObject({ aloneFrom: 18, kind: 'LAW' });
  });

  it('adults answer for themselves, alone, whatever it is about; and nobody needs less for more categories', () => {
    const aQuestion = fc.record({
      purpose: fc.constantFrom(...sharingPurposes.map(({ code }) => code)),
      from: fc.constantFrom(...sharingAgencies),
      to: fc.constantFrom(...sharingAgencies, 'guardian' as const),
      categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1 }),
      age: fc.integer({ min: 13, max: 24 }),
      on: fc.constantFrom('2015-06-15', '2026-03-02'),
    });
    fc.assert(
      fc.property(aQuestion, (question) => {
        const { combinations, aloneFrom } = consentGivers(question);
        expect(combinations.some((givers) => givers.length === 1 && givers[0] === 'youth')).toBe(question.age >= Math.min(aloneFrom, 18));
        const fewer = consentGivers({ ...question, categories: question.categories.slice(0, 1) });
        expect(fewer.aloneFrom).toBeLessThanOrEqual(aloneFrom);
      }),
    );
  });
});

describe('a consent', () => {
  const toNav = of({ to: 'NAV', age: 16 });

  it('is open to those who have a part in it', () => {
    expect((['youth', 'guardian', 'both-guardians'] as const).map((giver) => mayTakePart(giver, toNav))).toEqual([true, true, true]);
    expect((['youth', 'guardian', 'both-guardians'] as const).map((giver) => mayTakePart(giver, of({})))).toEqual([true, false, false]);
  });

  it('is enough when everybody needed has given it', () => {
    expect(areEnough(['youth'], toNav)).toBe(false);
    expect(areEnough(['guardian'], toNav)).toBe(false);
    expect(areEnough(['youth', 'guardian'], toNav)).toBe(true);
    expect(areEnough(['youth', 'both-guardians'], toNav)).toBe(true);
    expect(areEnough(['youth', 'guardian'], of({}))).toBe(true);
  });
});
