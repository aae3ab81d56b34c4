import { lawOn } from './law.js';

describe('the law of a day', () => {
  it('is the old act, with 21 years, to the last day of July 2024', () =>
    expect(lawOn('2024-07-31')).toMatchObject({ version: 'opl-1998', targetGroupAgeLimit: 21 }));

  it('is the new act, with 24 years, from 1 August 2024', () =>
    expect(lawOn('2024-08-01')).toMatchObject({ version: 'opl-2023', targetGroupAgeLimit: 24 }));

  it('is the oldest act for days before the table', () => expect(lawOn('1990-01-01').version).toBe('opl-1998'));
});
