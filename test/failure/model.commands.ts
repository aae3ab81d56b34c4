import fc from 'fast-check';
import type { Agency, Day, YouthCommand } from '@samspor/domain';
import { type TrekantDocument, hubEvents, trekantView } from '@samspor/projections';
import type { HubUnderTest } from './model.hub.js';
import {
  type Answer,
  type ModelYouth,
  type Outcome,
  answerOffer,
  answerReferral,
  appoint,
  changeStatus,
  isLegalOn,
  offer,
  refer,
} from './model.rules.js';

/** Youths by id; the last is one whose case began in 2014. */
export type Model = ReadonlyMap<string, ModelYouth>;
type Step = fc.AsyncCommand<Model, HubUnderTest>;

/** How many steps were taken, for the closing line. */
export const taken = { steps: 0, restarts: 0 };

const nth = (model: Model, at: number, long: boolean): readonly [string, ModelYouth] => {
  const all = [...model].filter(([, { openedOn }]) => openedOn.startsWith('2014') === long);
  const found = all[at % all.length];
  if (found === undefined) throw new Error('there is no youth');
  return found;
};

interface Telling {
  readonly says: string;
  readonly by: Agency;
  readonly at: number;
  readonly long?: boolean;
  readonly command: (youth: ModelYouth, consentId: string) => YouthCommand;
  readonly expected: (youth: ModelYouth, newId: string) => Outcome;
}

let made = 0;
const newIdOf = (): string => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`;

/** A command told to the hub and to the model, which must come to the same. */
const told = ({ says, by, at, long = false, command, expected }: Telling): Step => ({
  check: () => true,
  toString: () => `${by} ${says} (${at})`,
  run: async (model, hub) => {
    taken.steps += 1;
    const [youthId, youth] = nth(model, at, long);
    const newId = newIdOf();
    const asked = command(youth, hub.consents.get(youthId) ?? '');
    expect(await hub.tell(youthId, asked, hub.actor(by, long), newId)).toEqual(expected(youth, newId));
  },
});

/** The view against the model: it must have seen every event that changes what it shows. */
const expectShown = ({ coordinator, offered, referrals, changes }: ModelYouth, shown: TrekantDocument | undefined): void => {
  expect(shown?.coordinator?.agency).toBe(coordinator);
  expect(shown?.offered?.to).toBe(offered);
  const open = referrals.filter(({ status }) => status === 'open').map(({ id }) => id);
  expect(shown?.referrals.map(({ referralId }) => referralId)).toEqual(open);
  expect(shown?.status?.code).toBe(changes.at(-1)?.code);
};

/** The hub against the model: owners, answers, coordinator, statuses, and the view against the stream. */
export const compare = async (model: Model, hub: HubUnderTest): Promise<void> => {
  for (const [youthId, youth] of model) {
    const events = await hub.eventsOf(youthId);
    expect(events.map(({ type }) => type)).toEqual(youth.told);
    for (const { type, metadata } of events) expect(hubEvents[type].mayAppend).toContain(metadata.actor.agency);
    for (const { data, type } of events) if (type === 'OtStatusChanged') expect(isLegalOn(data.code, data.from)).toBe(true);
    for (const { id, status } of youth.referrals) {
      const answers = events.filter(
        ({ type, data }) => /^Referral(Accepted|Returned|Withdrawn)$/.test(type) && 'referralId' in data && data.referralId === id,
      );
      expect(answers).toHaveLength(status === 'open' ? 0 : 1);
    }
    const shown = await hub.trekantOf(youthId);
    expectShown(youth, shown);
    const folded = events.reduce<ReturnType<typeof trekantView.reduce>>(
      (card, event) => trekantView.reduce(card, event, youthId),
      undefined,
    );
    expect(shown).toEqual(JSON.parse(JSON.stringify(folded)));
  }
};

const restart: Step = {
  check: () => true,
  toString: () => 'restart',
  run: async (model, hub) => {
    taken.restarts += 1;
    await hub.restart();
    await compare(model, hub);
  },
};

const repeat: Step = {
  check: () => true,
  toString: () => 'the last command again',
  run: async (_model, hub) => {
    taken.steps += 1;
    expect(await hub.repeat()).toBe(true);
  },
};

const agencies = fc.constantFrom<Agency>('OT', 'NAV', 'KOM', 'PPT', 'BV', 'SCH');
const coordinators = fc.constantFrom<Agency>('OT', 'NAV', 'KOM', 'OT', 'NAV', 'KOM', 'PPT');
const youths = fc.nat({ max: 2 });
const days = fc.constantFrom<Day>('2014-08-31', '2014-09-01', '2015-06-15', '2016-06-30', '2016-07-01', '2016-12-01', '2017-03-01');

const appointing = fc.record({ by: coordinators, at: youths, own: fc.boolean(), other: coordinators }).map(({ by, at, own, other }) => {
  const agency = own ? by : other;
  const command = (): YouthCommand => ({ type: 'AppointCoordinator', data: { agency, personId: 'somebody', basis: 'agreement' } });
  return told({ says: `appoints ${agency}`, by, at, command, expected: (youth) => appoint(youth, by, agency) });
});

const offering = fc.record({ by: coordinators, at: youths, to: coordinators }).map(({ by, at, to }) => {
  const command = (): YouthCommand => ({ type: 'OfferCoordination', data: { to, personId: 'somebody', reason: 'moves on' } });
  return told({ says: `offers to ${to}`, by, at, command, expected: (youth) => offer(youth, by, to) });
});

const answeringOffer = fc.record({ by: coordinators, at: youths, accepts: fc.boolean() }).map(({ by, at, accepts }) => {
  const command = (): YouthCommand =>
    accepts ? { type: 'AcceptCoordination', data: { personId: 'somebody' } } : { type: 'DeclineCoordination', data: { reason: 'no room' } };
  return told({ says: accepts ? 'accepts' : 'declines', by, at, command, expected: (youth) => answerOffer(youth, by, accepts) });
});

const referring = fc.record({ by: fc.constantFrom<Agency>('OT', 'OT', 'OT', 'NAV', 'PPT', 'BV'), at: youths }).map(({ by, at }) => {
  const data = { toUnit: 'nav-5006', reason: 'needs-measure', categories: ['follow-up'], wantedHelp: 'guidance' } as const;
  const command = (_youth: ModelYouth, consentId: string): YouthCommand => ({
    type: 'ReferToNav',
    data: { ...data, basis: { consentId } },
  });
  return told({ says: 'refers to NAV', by, at, command, expected: (youth, id) => refer(youth, by, id) });
});

const unknown = '5f1d7e0a-3a53-5c57-9a55-7f9a2b1c3d4e';
const answering = fc
  .record({
    by: fc.oneof({ weight: 2, arbitrary: fc.constantFrom<Agency>('NAV', 'OT') }, { weight: 1, arbitrary: agencies }),
    at: youths,
    answer: fc.constantFrom<Answer>('AcceptReferral', 'ReturnReferral', 'WithdrawReferral'),
    which: fc.nat({ max: 4 }),
  })
  .map(({ by, at, answer, which }) => {
    const idIn = ({ referrals }: ModelYouth): string => referrals.at(-1 - which)?.id ?? unknown;
    const command = (youth: ModelYouth): YouthCommand =>
      answer === 'ReturnReferral'
        ? { type: answer, data: { referralId: idIn(youth), reason: 'other' } }
        : { type: answer, data: { referralId: idIn(youth) } };
    return told({ says: answer, by, at, command, expected: (youth) => answerReferral(youth, by, answer, idIn(youth)) });
  });

const statuses = fc
  .record({ by: fc.constantFrom<Agency>('OT', 'OT', 'OT', 'NAV'), at: youths, code: fc.constantFrom('OTUK', 'OTVF', 'OTXX'), on: days })
  .map(({ by, at, code, on }) => {
    const command = (): YouthCommand => ({ type: 'ChangeStatus', data: { code, basis: 'register', on } });
    return told({ says: `sets ${code} on ${on}`, by, at, long: true, command, expected: (youth) => changeStatus(youth, by, code, on) });
  });

/** Commands of random agencies to random youths, repeats, and restarts. */
export const steps: fc.Arbitrary<Iterable<Step>> = fc.commands(
  [appointing, offering, answeringOffer, referring, answering, statuses, fc.constant(repeat), fc.constant(restart)],
  { maxCommands: 120, size: 'max' },
);
