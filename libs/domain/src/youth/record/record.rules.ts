import { municipalityOn } from '../target-group/target-group.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth, YouthCommand } from '../youth.state.js';
import { countyOf, sameCounty } from '../../codes/places.js';
import { daysBetween } from '../../kernel/calendar.js';
import type { Rule } from '../../kernel/rule.js';

type RecordRule = Rule<Youth, YouthCommand, DecisionContext>;

const youthIsRegistered: RecordRule = {
  id: 'R65',
  code: 'YOUTH_NOT_REGISTERED',
  kind: 'PROP',
  source: 'One shared stream per youth; it starts when the youth is registered',
  says: 'A youth is registered before anything else is recorded.',
  holds: ({ targetGroup }, { type }) => type === 'RegisterYouth' || targetGroup.birthDate !== undefined,
  remedy: () => 'Register the youth first (POST /api/youths).',
};

const registeredOnce: RecordRule = {
  id: 'R67',
  code: 'YOUTH_ALREADY_REGISTERED',
  kind: 'PROP',
  source: 'One shared stream per youth, whichever agency meets the youth first',
  says: 'A youth is registered once, by whichever agency comes first.',
  holds: ({ targetGroup }, { type }) => type !== 'RegisterYouth' || targetGroup.birthDate === undefined,
  remedy: () =>
    'Search by identity number (POST /api/youths/search). If you find nothing, the youth has no case at your office: ask OT of the county to refer the youth to you.',
};

const notInTheFuture: RecordRule = {
  id: 'R66',
  code: 'FACT_IN_THE_FUTURE',
  kind: 'PROP',
  source: 'An event tells what has happened',
  says: 'What is recorded has happened on a day that has come.',
  holds: (_youth, _command, { on, today }) => on <= today,
  remedy: (_youth, _command, { today }) => `Give a day no later than ${today}, or record it when it has happened.`,
};

const responsibleCounty: RecordRule = {
  id: 'R62',
  code: 'NOT_RESPONSIBLE_COUNTY',
  kind: 'LAW',
  source: 'OPL § 28-2 (county of residence); KODE 5.3; transfer grace from the terms',
  says: 'The county where the youth lives is the one that records; after a move the old county has a short grace.',
  holds: ({ targetGroup }, { type }, { actor, on, terms }) => {
    if (type === 'ChangeResidence' || actor.county === undefined || targetGroup.residences.length === 0) return true;
    const { county } = actor;
    const isOurs = (municipality: string | undefined, day: string) =>
      municipality !== undefined && sameCounty(countyOf(municipality, day) ?? municipality.slice(0, 2), county, day);
    if (isOurs(municipalityOn(targetGroup, on), on)) return true;
    const moved = targetGroup.residences.findLast(({ from }) => from <= on);
    const before = targetGroup.residences.findLast(({ from }) => moved !== undefined && from < moved.from);
    if (moved === undefined || before === undefined || !isOurs(before.municipality, before.from)) return false;
    return daysBetween(moved.from, on) <= terms.terms.transferGraceDays;
  },
  remedy: ({ targetGroup }, _command, { on }) => {
    const municipality = municipalityOn(targetGroup, on);
    return `The youth lives in municipality ${municipality ?? 'unknown'}; OT in that county records it. If the youth has moved here, record the move first (ChangeResidence).`;
  },
};

/** Pass for every command to a youth's stream. */
export const recordRules: readonly RecordRule[] = [youthIsRegistered, registeredOnce, notInTheFuture, responsibleCounty];
