import { type Actor, type Day, sameCounty } from '@samspor/domain';
import type { CaseFacts } from './case-facts.js';

/** Who asks: an actor, and what the job lets them do beyond cases. */
export interface Principal extends Actor {
  /** `leader` reads reports of the county; `auditor` reads the audit trail, never content. */
  readonly role: 'adviser' | 'contact-person' | 'leader' | 'auditor' | 'agreement-party' | 'system';
}

/** A policy's answer: yes with its reason, or nothing. */
export interface Policy<Resource> {
  readonly id: string;
  readonly says: string;
  permits(principal: Principal, resource: Resource): boolean;
}

const ownCase: Policy<CaseFacts> = {
  id: 'own-case',
  says: 'The reader’s office has a case with the youth.',
  permits: ({ agency, unit }, { cases }) => cases.some((of) => of.agency === agency && of.unit === unit),
};

const inTrekant: Policy<CaseFacts> = {
  id: 'trekant',
  says: 'The reader is named in the youth’s trekant or team.',
  permits: ({ id }, { people }) => people.includes(id),
};

const fixedContact: Policy<CaseFacts> = {
  id: 'fixed-contact-person',
  says: 'The reader is the fixed contact person of the youth’s municipality.',
  permits: ({ id }, { fixedPeople }) => fixedPeople.includes(id),
};

/** The county that a report or an overview is about. */
export interface CountyResource {
  readonly county: string;
  /** The day on which the reader asks: counties merge, and the later one answers for the earlier. */
  readonly on: Day;
}

const countyLeader: Policy<CountyResource> = {
  id: 'county-leader',
  says: 'Leaders and advisers of the county’s OT read its numbers.',
  permits: ({ agency, county }, resource) => agency === 'OT' && county !== undefined && sameCounty(county, resource.county, resource.on),
};

const anyAuditor: Policy<unknown> = {
  id: 'auditor',
  says: 'An auditor reads who did what and when, never the content.',
  permits: ({ role }) => role === 'auditor',
};

/** In order; the first that permits gives the reason that the read log keeps. None: the youth does not exist for this reader. */
export const youthPolicies: readonly Policy<CaseFacts>[] = [ownCase, inTrekant, fixedContact];
export const reportPolicies: readonly Policy<CountyResource>[] = [countyLeader, anyAuditor];
export const auditPolicies: readonly Policy<CaseFacts>[] = [...youthPolicies, anyAuditor];

/** The policy by which the principal may, or undefined: default is no. */
export const findPermit = <Resource>(
  policies: readonly Policy<Resource>[],
  principal: Principal,
  resource: Resource,
): Policy<Resource> | undefined => policies.find((policy) => policy.permits(principal, resource));
