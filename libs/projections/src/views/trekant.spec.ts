import { folding, told, youthId } from '../testing/folding.js';
import { by, enrolled, named, referred, registered, released, status } from '../testing/stories.js';
import { trekantView } from './trekant.js';

const { given } = folding(trekantView);

describe('the youth card', () => {
  it('knows where the youth has lived and lives', () => {
    const moved = told({ type: 'ResidenceChanged', data: { municipality: '0301', from: '2026-01-01' } });
    const toldLate = told({ type: 'ResidenceChanged', data: { municipality: '5037', from: '2025-11-01' } });
    const card = given(registered, moved, toldLate);
    expect(card).toMatchObject({ youthId, birthDate: '2008-05-20', municipality: '0301' });
    expect(card?.residences.map(({ municipality }) => municipality)).toEqual(['5006', '5037', '0301']);
  });

  it('keeps personal fields sealed, with the place that they open at', () => {
    const identity = told({
      type: 'IdentityLinked',
      data: { identType: 'tnr', identityNumber: '20850812345', name: 'Ola Nordmann', on: '2025-09-01' },
    });
    const card = given(registered, identity);
    expect(JSON.stringify(card)).not.toMatch(/Nordmann|20850812345/);
    expect(card?.identity?.at).toMatchObject({
      stream: `youth-${youthId}`,
      revision: 1,
      type: 'IdentityLinked',
      subject: youthId,
      owner: 'OT',
    });
    expect(Buffer.from(card?.identity?.box ?? '', 'base64').toString()).toContain('Ola Nordmann');
  });

  it('keeps all contact details, since each tells only what is new', () => {
    const phone = told({ type: 'ContactDetailsRecorded', data: { phone: '99999999', on: '2025-09-01' } });
    const address = told({ type: 'ContactDetailsRecorded', data: { address: 'Veien 1', on: '2025-10-01' } });
    const opened = given(registered, phone, address)?.contactDetails.map(({ box }) => JSON.parse(Buffer.from(box, 'base64').toString()));
    expect(opened).toEqual([{ phone: '99999999' }, { address: 'Veien 1' }]);
  });

  it('knows the guardians', () => {
    const guardian = told({
      type: 'GuardianRegistered',
      data: { guardianId: 'g1', name: 'Kari Nordmann', basis: 'parental-responsibility', from: '2025-09-01', to: '2026-05-19' },
    });
    expect(given(registered, guardian)?.guardians).toMatchObject([
      { guardianId: 'g1', basis: 'parental-responsibility', from: '2025-09-01', to: '2026-05-19', person: { at: { revision: 1 } } },
    ]);
  });

  it('knows who is named, who stands in, and since when a corner is vacant', () => {
    const card = given(registered, named('OT'), named('NAV'), named('NAV', 'nav-2', true), released('OT', '2025-12-01'));
    expect(card).toMatchObject({
      holders: { NAV: { personId: 'nav-1', unit: 'nav-5006', from: '2025-09-02', person: { at: { type: 'ContactPersonAssigned' } } } },
      deputies: { NAV: { personId: 'nav-2' } },
      vacantSince: { OT: '2025-12-01' },
    });
    expect(card?.holders.OT).toBeUndefined();
    expect(given(registered, named('OT'), released('OT', '2025-12-01'), named('OT'))?.vacantSince).toEqual({});
  });

  it('is complete from the day the trekant is until somebody leaves it', () => {
    const complete = told({ type: 'TrekantCompleted', data: { on: '2025-09-03' } });
    expect(given(registered, complete)?.trekantComplete).toBe(true);
    expect(given(registered, complete, released('NAV', '2025-12-01', true))?.trekantComplete).toBe(true);
    expect(given(registered, complete, released('NAV', '2025-12-01'))?.trekantComplete).toBe(false);
  });

  it('knows who coordinates, and who is only asked to', () => {
    const appointed = told({ type: 'CoordinatorAppointed', data: { agency: 'OT', personId: 'ot-1', basis: 'OPL_9_4', on: '2025-09-03' } });
    const offered = told({
      type: 'CoordinationHandOverOffered',
      data: { from: 'OT', to: 'NAV', personId: 'nav-9', reason: 'flyttet', on: '2026-01-01' },
    });
    const accepted = by('NAV', { type: 'CoordinationHandOverAccepted', data: { agency: 'NAV', personId: 'nav-9', on: '2026-01-05' } });
    const declined = by('NAV', { type: 'CoordinationHandOverDeclined', data: { agency: 'NAV', reason: 'nei', on: '2026-01-05' } });
    expect(given(registered, appointed, offered)).toMatchObject({ offered: { to: 'NAV', personId: 'nav-9' } });
    const after = given(registered, appointed, offered, accepted);
    expect([after?.coordinator?.personId, after?.offered]).toEqual(['nav-9', undefined]);
    const still = given(registered, appointed, offered, declined);
    expect([still?.coordinator?.personId, still?.offered]).toEqual(['ot-1', undefined]);
  });

  it('shows the present membership and the status that holds', () => {
    const closed = (on: string) => told({ type: 'TargetGroupMembershipClosed', data: { reason: 'in_work', on } });
    const card = given(registered, enrolled, status('OTUK', '2025-09-01'), status('OTOV', '2025-10-01'), status('OTAR', '2025-09-15'));
    expect(card).toMatchObject({ membership: { reason: 'quit', openedOn: '2025-09-01', until: '2032-12-31' }, status: { code: 'OTOV' } });
    expect(given(registered, enrolled, closed('2026-02-01'))?.membership).toBeUndefined();
    expect(given(registered, enrolled, closed('2025-01-01'))?.membership).toBeDefined();
  });

  it('shows referrals until they are answered', () => {
    const asked = by('NAV', {
      type: 'ReferralInformationRequested',
      data: { referralId: 'r1', by: 'NAV', question: 'Hva?', on: '2025-09-20' },
    });
    const given_ = told({ type: 'ReferralInformationGiven', data: { referralId: 'r1', by: 'OT', answer: 'Dette', on: '2025-09-21' } });
    const accepted = by('NAV', { type: 'ReferralAccepted', data: { referralId: 'r1', by: 'NAV', on: '2025-09-22' } });
    expect(given(registered, referred(), asked)?.referrals).toMatchObject([
      { referralId: 'r1', from: 'OT', to: 'NAV', toUnit: 'nav-5037', moreAsked: true },
    ]);
    expect(given(registered, referred(), asked, given_)?.referrals[0]?.moreAsked).toBe(false);
    expect(given(registered, referred(), accepted)?.referrals).toEqual([]);
  });

  it('shows measures until they end', () => {
    const granted = by('NAV', {
      type: 'NavMeasureGranted',
      data: { measureId: 'm1', measure: 'ARBTREN', from: '2026-01-01', to: '2026-06-30', on: '2025-12-20' },
    });
    const started = by('NAV', { type: 'NavMeasureStarted', data: { measureId: 'm1', percent: 100, on: '2026-01-02' } });
    const extended = by('NAV', { type: 'NavMeasureExtended', data: { measureId: 'm1', to: '2026-12-31', on: '2026-06-01' } });
    const ended = by('NAV', { type: 'NavMeasureEnded', data: { measureId: 'm1', outcome: 'work', on: '2026-07-01' } });
    const county = told({
      type: 'CountyMeasureStarted',
      data: { measureId: 'm2', place: 'Arena', curriculumGoals: true, usesRight: false, on: '2026-01-02' },
    });
    expect(given(registered, granted, started, extended, county)?.measures).toEqual([
      { measureId: 'm1', kind: 'NAV', agencies: ['NAV'], code: 'ARBTREN', from: '2026-01-01', to: '2026-12-31', startedOn: '2026-01-02' },
      { measureId: 'm2', kind: 'county', agencies: ['OT'], from: '2026-01-02', startedOn: '2026-01-02' },
    ]);
    expect(given(registered, granted, started, ended)?.measures).toEqual([]);
  });

  it('does not begin with anything but the opening of the stream', () => {
    expect(() => given(enrolled)).toThrow('starts when it is opened');
  });
});
