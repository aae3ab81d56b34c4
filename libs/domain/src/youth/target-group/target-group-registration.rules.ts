import type { TargetGroupCommand } from './target-group.commands.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { municipalityOn as findMunicipality } from '../../codes/places.js';
import { isDay } from '../../kernel/calendar.js';
import type { Named } from '../../kernel/decider.js';
import { identityOf } from '../../kernel/identifiers.js';
import type { Rule } from '../../kernel/rule.js';

type RegistrationRule = Rule<Youth, Named<TargetGroupCommand, 'RegisterYouth'>, DecisionContext>;

export const identityNumberAddsUp: RegistrationRule = {
  id: 'R71',
  code: 'IDENTITY_NUMBER_INVALID',
  kind: 'LAW',
  source: 'FREG § 2-2 (check digits); POL § 12',
  says: 'An identity number has eleven digits, and its check digits add up.',
  holds: (_youth, { data }) => identityOf(data.identityNumber) !== undefined,
  remedy: () => 'Check the eleven digits of the birth number or D-number against its source.',
};

export const syntheticOutsideProduction: RegistrationRule = {
  id: 'R64',
  code: 'REAL_IDENT_IN_TEST',
  kind: 'PROP',
  source: 'PROP on POL § 12; FNR: synthetic numbers have 80 added to the month',
  says: 'Outside production only synthetic identity numbers are used.',
  holds: (_youth, { data }, { onlySyntheticIdentities }) => !onlySyntheticIdentities || identityOf(data.identityNumber)?.synthetic === true,
  remedy: () => 'Use a synthetic number (Tenor, month + 80). Real people belong in production only.',
};

export const bornBeforeRegistration: RegistrationRule = {
  id: 'R75',
  code: 'BIRTH_DATE_IMPOSSIBLE',
  kind: 'PROP',
  source: 'PROP: age rules need a true birth date; it is never read from the number (FNR32)',
  says: 'The birth date is a day of the calendar, no later than the day of registration.',
  holds: (_youth, { data }, { on }) => isDay(data.birthDate) && data.birthDate <= on,
  remedy: (_youth, _command, { on }) => `Give the birth date as YYYY-MM-DD, no later than ${on}.`,
};

export const municipalityExists: Rule<Youth, Named<TargetGroupCommand, 'RegisterYouth' | 'ChangeResidence'>, DecisionContext> = {
  id: 'R79',
  code: 'UNKNOWN_MUNICIPALITY_AT_DATE',
  kind: 'PROP',
  source: 'PROP on the list of municipality numbers by date (SSB)',
  says: 'The municipality number was in use on the day.',
  holds: (_youth, { data }, { on }) => findMunicipality(data.municipality, on) !== undefined,
  remedy: (_youth, _command, { on }) =>
    `Give a municipality number of four digits that was in use on ${on}: numbers change when municipalities or counties merge or split.`,
};
