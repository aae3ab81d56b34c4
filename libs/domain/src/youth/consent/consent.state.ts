import type { Day } from '../../kernel/day.js';
import type { ConsentEvent, ConsentGiver, ConsentScope } from './consent.events.js';

/** A cell of the consent ledger. */
export interface Consent extends ConsentScope {
  readonly consentId: string;
  readonly giver: ConsentGiver;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly withdrawnOn?: Day;
  readonly expiredOn?: Day;
}

export interface ConsentState {
  readonly consents: readonly Consent[];
}

export const noConsent: ConsentState = { consents: [] };

/** Whether a consent stands on the day: neither withdrawn nor told to have expired. */
export const isStanding = ({ withdrawnOn, expiredOn }: Consent, day: Day): boolean =>
  (withdrawnOn === undefined || day < withdrawnOn) && (expiredOn === undefined || day < expiredOn);

/** Whether a consent can be used on the day, leaving aside who gave it. */
export const isLive = (consent: Consent, day: Day): boolean =>
  consent.validFrom <= day && day <= consent.validTo && isStanding(consent, day);

export const findConsent = ({ consents }: ConsentState, id: string): Consent | undefined =>
  consents.find(({ consentId }) => consentId === id);

const withConsent = ({ consents }: ConsentState, id: string, change: Partial<Consent>): ConsentState => ({
  consents: consents.map((consent) => (consent.consentId === id ? { ...consent, ...change } : consent)),
});

export const evolveConsent = (state: ConsentState, { type, data }: ConsentEvent): ConsentState => {
  switch (type) {
    case 'ConsentGiven': {
      const { consentId, giver, from, to, categories, purpose, validFrom, validTo } = data;
      return { consents: [...state.consents, { consentId, giver, from, to, categories, purpose, validFrom, validTo }] };
    }
    case 'ConsentWithdrawn':
      return withConsent(state, data.consentId, { withdrawnOn: data.on });
    case 'ConsentExpired':
      return withConsent(state, data.consentId, { expiredOn: data.on });
    case 'ConsentRefused':
    case 'InformationShared':
    case 'InformationRequestMade':
    case 'EmergencyShareMade':
      return state;
  }
};
