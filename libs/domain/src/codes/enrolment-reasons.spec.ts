import { enrolmentReasons, findEnrolmentReason } from './enrolment-reasons.js';

describe('R05 those whom OT has not met yet start as unknown', () => {
  it('is so for the reasons that leave OT without contact', () =>
    expect(enrolmentReasons.filter(({ startsAsUnknown }) => startsAsUnknown).map(({ code }) => code)).toEqual([
      'not_applied',
      'declined',
      'no_show',
      'quit',
    ]));

  it('finds a reason by code and day', () => {
    expect(findEnrolmentReason('quit', '2015-06-15')?.startsAsUnknown).toBe(true);
    expect(findEnrolmentReason('quit', '2011-09-14')).toBeUndefined();
    expect(findEnrolmentReason('bored', '2015-06-15')).toBeUndefined();
  });
});
