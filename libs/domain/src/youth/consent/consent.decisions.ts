import type { ConsentCommand } from './consent.commands.js';
import { type ConsentEvent, type ConsentScope, consentEvents } from './consent.events.js';
import {
  consentIsKnown,
  consentIsOver,
  consentIsWhole,
  expiryCause,
  giverIsCompetent,
  isGivenAlready,
  oneConsentAtATime,
  partyToConsent,
  periodOf,
} from './consent.rules.js';
import { findConsent, isStanding } from './consent.state.js';
import { guardiansOfMinorsOnly, mayBeAskedFor, sharingRules } from './sharing.rules.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import type { Decisions } from '../../kernel/decisions.js';

const scopeOf = ({ from, to, categories, purpose }: ConsentScope): ConsentScope => ({ from, to, categories, purpose });

export const consentDecisions: Decisions<Youth, ConsentCommand, ConsentEvent, DecisionContext> = {
  GiveConsent: {
    does: 'Records that the youth or the guardians let one agency share categories with another for a purpose and a period.',
    by: consentEvents.ConsentGiven.mayAppend,
    rules: [consentIsWhole, giverIsCompetent, oneConsentAtATime],
    emits: (command, youth, context) => {
      if (isGivenAlready(command, youth, context)) return [];
      const { giver, formVersion, how } = command.data;
      const consent = { consentId: context.newId, ...scopeOf(command.data), giver, ...periodOf(command, context), formVersion, how };
      return [{ type: 'ConsentGiven', data: { ...consent, on: context.on } }];
    },
  },
  RefuseConsent: {
    does: 'Records that the youth or the guardians have said no, so that nobody asks again without need.',
    by: consentEvents.ConsentRefused.mayAppend,
    rules: [consentIsWhole, giverIsCompetent],
    emits: ({ data }, _youth, { on }) => [{ type: 'ConsentRefused', data: { ...scopeOf(data), giver: data.giver, on } }],
  },
  WithdrawConsent: {
    does: 'Takes a consent back: nothing more is shared under it from that day.',
    by: consentEvents.ConsentWithdrawn.mayAppend,
    rules: [consentIsKnown, partyToConsent, giverIsCompetent],
    emits: ({ data: { consentId, by } }, { consent }, { on }) => {
      const found = findConsent(consent, consentId);
      return found && isStanding(found, on) ? [{ type: 'ConsentWithdrawn', data: { consentId, by, on } }] : [];
    },
  },
  ExpireConsent: {
    does: 'Tells that a consent has ended by itself.',
    by: consentEvents.ConsentExpired.mayAppend,
    rules: [consentIsKnown, consentIsOver],
    emits: ({ data: { consentId } }, youth, { on }) => {
      const found = findConsent(youth.consent, consentId);
      const cause = found && isStanding(found, on) && expiryCause(found, youth, on);
      return cause ? [{ type: 'ConsentExpired', data: { consentId, cause, on } }] : [];
    },
  },
  ShareInformation: {
    does: 'Gives information about the youth to another agency or to the guardians.',
    by: consentEvents.InformationShared.mayAppend,
    rules: [guardiansOfMinorsOnly, ...sharingRules],
    emits: ({ data: { to, categories, purpose, basis, content } }, _youth, { on }) => [
      { type: 'InformationShared', data: { to, categories, purpose, basis, content, on } },
    ],
  },
  RequestInformation: {
    does: 'Asks another agency for information that a statute lets it give.',
    by: consentEvents.InformationRequestMade.mayAppend,
    rules: [mayBeAskedFor],
    emits: ({ data: { to, statute, what, dueOn } }, _youth, { on }) => [
      { type: 'InformationRequestMade', data: { to, statute, what, ...(dueOn !== undefined && { dueOn }), on } },
    ],
  },
  ShareInEmergency: {
    does: 'Tells whoever must know of a danger to life or health (FVL § 13 b nr. 7); no consent and no agreement is asked for.',
    by: consentEvents.EmergencyShareMade.mayAppend,
    rules: [],
    emits: ({ data: { to, reason } }, _youth, { on }) => [{ type: 'EmergencyShareMade', data: { to, reason, on } }],
  },
};
