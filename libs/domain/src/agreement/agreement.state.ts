import type { AgreementEvent, Anchor } from './agreement.events.js';
import type { AdaptableTerms, FixedPerson, Terms, TermsInForce } from './terms.js';
import type { Agency } from '../kernel/agency.js';
import type { Day } from '../kernel/day.js';

export interface Adaptation {
  readonly adaptationId: string;
  readonly municipality: string;
  readonly changes: AdaptableTerms;
  readonly from: Day;
  readonly anchoredBy: readonly Anchor[];
  readonly approvedOn?: Day;
}

export interface Agreement {
  /** Absent until it is signed. */
  readonly signed?: {
    readonly agreementId: string;
    readonly county: string;
    readonly parties: readonly Agency[];
    readonly from: Day;
    readonly to: Day;
    readonly terms: Terms;
  };
  readonly terminatedOn?: Day;
  /** Everybody who has been a fixed contact person, with the days. */
  readonly fixedPersons: readonly (FixedPerson & { readonly municipality: string; readonly to?: Day })[];
  readonly adaptations: readonly Adaptation[];
}

export const noAgreement: Agreement = { fixedPersons: [], adaptations: [] };

/** Whether the agreement holds on the day. */
export const isInForce = ({ signed, terminatedOn }: Agreement, day: Day): boolean =>
  signed !== undefined && signed.from <= day && day <= signed.to && (terminatedOn === undefined || day < terminatedOn);

export const findAdaptation = ({ adaptations }: Agreement, id: string): Adaptation | undefined =>
  adaptations.find(({ adaptationId }) => adaptationId === id);

const withAdaptation = (state: Agreement, id: string, change: (adaptation: Adaptation) => Partial<Adaptation>): Agreement => ({
  ...state,
  adaptations: state.adaptations.map((adaptation) =>
    adaptation.adaptationId === id ? { ...adaptation, ...change(adaptation) } : adaptation,
  ),
});

const endFixed = (state: Agreement, municipality: string, role: string, on: Day): Agreement => ({
  ...state,
  fixedPersons: state.fixedPersons.map((person) =>
    person.municipality === municipality && person.role === role && person.to === undefined ? { ...person, to: on } : person,
  ),
});

export const evolveAgreement = (state: Agreement, { type, data }: AgreementEvent): Agreement => {
  switch (type) {
    case 'AgreementSigned': {
      const { agreementId, county, parties, from, to, terms } = data;
      return { ...state, signed: { agreementId, county, parties, from, to, terms } };
    }
    case 'FixedContactPersonNamed': {
      const { municipality, role, personId, unit, from } = data;
      const before = endFixed(state, municipality, role, from);
      return { ...before, fixedPersons: [...before.fixedPersons, { municipality, role, personId, unit, from }] };
    }
    case 'FixedContactPersonReleased':
      return endFixed(state, data.municipality, data.role, data.on);
    case 'LocalAdaptationProposed': {
      const { adaptationId, municipality, changes, from } = data;
      return { ...state, adaptations: [...state.adaptations, { adaptationId, municipality, changes, from, anchoredBy: [] }] };
    }
    case 'LocalAdaptationAnchored':
      return withAdaptation(state, data.adaptationId, ({ anchoredBy }) => ({ anchoredBy: [...anchoredBy, data.anchor] }));
    case 'LocalAdaptationApproved':
      return withAdaptation(state, data.adaptationId, () => ({ approvedOn: data.on, from: data.from }));
    case 'AgreementTerminated':
      return { ...state, terminatedOn: data.on };
  }
};

const adapted = (terms: Terms, changes: AdaptableTerms): Terms => ({
  ...terms,
  contact: {
    ...terms.contact,
    minAttempts: changes.minAttempts ?? terms.contact.minAttempts,
    minChannels: changes.minChannels ?? terms.contact.minChannels,
    minSpanWorkingDays: changes.minSpanWorkingDays ?? terms.contact.minSpanWorkingDays,
  },
  firstContactWorkingDays: changes.firstContactWorkingDays ?? terms.firstContactWorkingDays,
  trekant: { ...terms.trekant, graceDays: changes.graceDays ?? terms.trekant.graceDays },
  referralAnswerDays:
    changes.referralAnswerDays === undefined
      ? terms.referralAnswerDays
      : Object.fromEntries(Object.keys(terms.referralAnswerDays).map((agency) => [agency, changes.referralAnswerDays])),
});

/** The agreement's terms for one municipality on one day, with its approved local adaptations. */
export const termsFor = ({ signed, fixedPersons, adaptations }: Agreement, municipality: string, day: Day): TermsInForce | undefined => {
  if (signed === undefined) return undefined;
  const local = adaptations.filter((a) => a.municipality === municipality && a.approvedOn !== undefined && a.from <= day);
  return {
    terms: local.reduce((terms, { changes }) => adapted(terms, changes), signed.terms),
    agreement: { agreementId: signed.agreementId, parties: signed.parties },
    fixedPersons: fixedPersons.filter((p) => p.municipality === municipality && p.from <= day && (p.to === undefined || day < p.to)),
  };
};
