import type { CaseFacts } from './case-facts.js';
import { type Principal, auditPolicies, findPermit, reportPolicies, youthPolicies } from './policies.js';

const adviser: Principal = { id: 'nav-1', name: 'Navn', agency: 'NAV', unit: 'nav-5006', role: 'adviser' };
const facts: CaseFacts = { municipality: '5006', cases: [{ agency: 'OT', unit: 'ot-50' }], people: [], fixedPeople: [], consents: [] };

describe('who may open a youth', () => {
  it('is nobody by default', () => expect(findPermit(youthPolicies, adviser, facts)).toBeUndefined());

  it('is an office that has a case', () =>
    expect(findPermit(youthPolicies, adviser, { ...facts, cases: [{ agency: 'NAV', unit: 'nav-5006' }] })?.id).toBe('own-case'));

  it('is not an office of the same name in another agency', () =>
    expect(findPermit(youthPolicies, adviser, { ...facts, cases: [{ agency: 'KOM', unit: 'nav-5006' }] })).toBeUndefined());

  it('is somebody named in the trekant', () =>
    expect(findPermit(youthPolicies, adviser, { ...facts, people: ['nav-1'] })?.id).toBe('trekant'));

  it('is the fixed contact person of the municipality', () =>
    expect(findPermit(youthPolicies, adviser, { ...facts, fixedPeople: ['nav-1'] })?.id).toBe('fixed-contact-person'));

  it('is not an auditor, who sees only the audit trail', () => {
    const auditor: Principal = { ...adviser, role: 'auditor' };
    expect(findPermit(youthPolicies, auditor, facts)).toBeUndefined();
    expect(findPermit(auditPolicies, auditor, facts)?.id).toBe('auditor');
  });
});

describe('who may read a county’s report', () => {
  const leader: Principal = { ...adviser, agency: 'OT', role: 'leader', county: '50' };
  it('is OT of that county', () =>
    expect(findPermit(reportPolicies, leader, { county: '50', on: '2026-03-10' })?.id).toBe('county-leader'));
  it('is OT of the county that it has become part of', () =>
    expect(findPermit(reportPolicies, leader, { county: '17', on: '2026-03-10' })?.id).toBe('county-leader'));
  it('is not OT of another county', () => expect(findPermit(reportPolicies, leader, { county: '34', on: '2026-03-10' })).toBeUndefined());
  it('is not NAV', () => expect(findPermit(reportPolicies, adviser, { county: '50', on: '2026-03-10' })).toBeUndefined());
});
