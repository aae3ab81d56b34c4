import type { Agency, ContactRole, DataOf, Day, YouthEvent } from '@samspor/domain';
import { somebodyOf } from './record.js';
import { told } from './folding.js';

/** The stories that view tests are told in: one youth of Steinkjer, with OT and NAV. */
export const registered = told({ type: 'YouthStreamOpened', data: { birthDate: '2008-05-20', municipality: '5006', on: '2025-09-01' } });

export const enrolled = told({
  type: 'TargetGroupMembershipOpened',
  data: {
    reason: 'quit',
    schoolYear: '2025/26',
    until: '2032-12-31',
    reentry: false,
    firstContactDueOn: '2025-09-08',
    informationDueOn: '2025-09-15',
    on: '2025-09-01',
  },
});

/** Names somebody for a role, by an adviser of the role's agency. */
export const named = (role: ContactRole, personId = `${role.toLowerCase()}-1`, deputy = false, from: Day = '2025-09-02') =>
  told(
    { type: 'ContactPersonAssigned', data: { role, deputy, personId, unit: `${role.toLowerCase()}-5006`, name: 'Kari Nordmann', from } },
    somebodyOf(role),
  );

export const released = (role: ContactRole, on: Day, deputy = false) =>
  told(
    { type: 'ContactPersonReleased', data: { role, deputy, personId: `${role.toLowerCase()}-1`, reason: 'sluttet', on } },
    somebodyOf(role),
  );

export const referred = (changes: Partial<DataOf<YouthEvent, 'ReferredToNav'>> = {}) =>
  told({
    type: 'ReferredToNav',
    data: {
      referralId: 'r1',
      from: 'OT',
      toUnit: 'nav-5037',
      reason: 'needs-measure',
      categories: ['follow-up'],
      basis: { consentId: 'c1' },
      message: 'Ola trenger hjelp',
      answerDueOn: '2025-10-01',
      on: '2025-09-17',
      wantedHelp: 'measure',
      ...changes,
    },
  });

/** An event that one agency appends. */
export const by = (agency: Agency, event: YouthEvent, unit?: string) => told(event, somebodyOf(agency, `${agency.toLowerCase()}-1`, unit));

export const status = (code: string, from: Day, recordedAt?: string) =>
  told({ type: 'OtStatusChanged', data: { code, codeSet: '2021-04-01', basis: 'assessed', from } }, undefined, undefined, recordedAt);

export const consent = (consentId: string, validTo: Day): YouthEvent => ({
  type: 'ConsentGiven',
  data: {
    consentId,
    giver: 'youth',
    from: 'OT',
    to: 'NAV',
    categories: ['follow-up'],
    purpose: 'referral',
    validFrom: '2025-09-10',
    validTo,
    formVersion: '1',
    how: 'digital',
    on: '2025-09-10',
  },
});

export const consented = (consentId: string, validTo: Day) => told(consent(consentId, validTo));
