import type { AgreementCommand } from './agreement.commands.js';
import type { AgreementContext } from './agreement.context.js';
import type { Agreement } from './agreement.state.js';
import { officesFor, responsibleUnit, servesOn } from '../youth/contact-persons/contact-persons.rules.js';
import { countyOf, sameCounty } from '../codes/places.js';
import type { Named } from '../kernel/decider.js';
import type { Rule } from '../kernel/rule.js';

type AgreementRule<C> = Rule<Agreement, C, AgreementContext>;
type Signing = Named<AgreementCommand, 'SignAgreement'>;
type NamingFixed = Named<AgreementCommand, 'NameFixedContactPerson'>;
type InMunicipality = Named<AgreementCommand, 'NameFixedContactPerson' | 'ReleaseFixedContactPerson' | 'ProposeLocalAdaptation'>;

export const agreementIsInForce: AgreementRule<unknown> = {
  id: 'R52',
  code: 'NO_AGREEMENT_IN_FORCE',
  kind: 'AGR',
  source: 'NAVEVAL; SEED4 s. 21–28',
  says: 'What agencies do together rests on a signed agreement that covers the county, the parties and the day.',
  holds: ({ signed, terminatedOn }, _command, { on }) =>
    signed !== undefined && on <= signed.to && (terminatedOn === undefined || on < terminatedOn),
  remedy: ({ signed, terminatedOn }) =>
    signed === undefined
      ? 'Sign the agreement first (SignAgreement).'
      : `The agreement ended on ${terminatedOn ?? signed.to}. Sign a new one.`,
};

export const signedOnce: AgreementRule<Signing> = {
  id: 'R105',
  code: 'AGREEMENT_ALREADY_SIGNED',
  kind: 'PROP',
  source: 'PROP: one stream per agreement',
  says: 'An agreement is signed once; new terms are a new agreement or a local adaptation.',
  holds: ({ signed }) => signed === undefined,
  remedy: ({ signed }) =>
    `It holds from ${signed?.from} to ${signed?.to}. Sign a new agreement, or use ProposeLocalAdaptation for one municipality.`,
};

export const betweenParties: AgreementRule<Signing> = {
  id: 'R106',
  code: 'AGREEMENT_INCOMPLETE',
  kind: 'PROP',
  source: 'SEED4 s. 21, VTFK (parties and period); that they make sense: PROP',
  says: 'An agreement is between at least two agencies and ends no earlier than it begins.',
  holds: (_agreement, { data }) => new Set(data.parties).size > 1 && data.from <= data.to,
  remedy: (_agreement, { data }) =>
    `It names ${new Set(data.parties).size} parties, from ${data.from} to ${data.to}. Name two or more, and a period.`,
};

export const coversAgencyAndPlace: AgreementRule<InMunicipality> = {
  id: 'R109',
  code: 'OUTSIDE_AGREEMENT',
  kind: 'PROP',
  source: 'PROP on SEED4 s. 21–25: an agreement holds between its parties in its county',
  says: 'Parties to the agreement act under it, for municipalities of its county.',
  holds: ({ signed }, { data }, { actor, on }) =>
    signed !== undefined &&
    (actor.agency === 'ADM' || signed.parties.includes(actor.agency)) &&
    sameCounty(countyOf(data.municipality, on) ?? '', signed.county, on),
  remedy: ({ signed }, { data }, { on }) =>
    `The agreement is between ${signed?.parties.join(', ')} in county ${signed?.county}; municipality ${data.municipality} lies in county ${countyOf(data.municipality, on) ?? 'unknown'} on ${on}.`,
};

/** R21 for a municipality's fixed contact person. */
export const unitServesMunicipality: AgreementRule<NamingFixed> = {
  ...responsibleUnit,
  holds: ({ signed }, { data }, { on }) => signed !== undefined && servesOn(data, data.municipality, on, signed.terms),
  remedy: ({ signed }, { data }, { on }) =>
    signed ? officesFor(data, data.municipality, on, signed.terms) : 'Sign the agreement first (SignAgreement).',
};
