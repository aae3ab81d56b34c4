import { allowsDigitalNotice, contactChannels, findChannel } from './contact-channels.js';

describe('R15 a digital notice goes only where the register allows it', () => {
  const answer = { reserved: false, canBeNotified: true, verifiedOn: '2024-08-31' };

  it('accepts an address that was confirmed 18 months ago', () => expect(allowsDigitalNotice(answer, '2026-02-28')).toBe(true));

  it('rejects an address that is a day older', () => expect(allowsDigitalNotice(answer, '2026-03-01')).toBe(false));

  it.each([{ reserved: true }, { canBeNotified: false }, { verifiedOn: undefined }])('rejects %j', (change) => {
    const { verifiedOn, ...rest } = { ...answer, ...change };
    expect(allowsDigitalNotice({ ...rest, ...(verifiedOn && { verifiedOn }) }, '2024-09-01')).toBe(false);
  });
});

describe('channels', () => {
  it('R12: these leave something in writing', () =>
    expect(contactChannels.filter(({ written }) => written).map(({ code }) => code)).toEqual(['sms', 'email', 'letter', 'digital']));

  it('R15: these are digital notices', () =>
    expect(contactChannels.filter(({ digitalNotice }) => digitalNotice).map(({ code }) => code)).toEqual(['sms', 'email', 'digital']));

  it('R16: others may read these', () =>
    expect(contactChannels.filter(({ open }) => open).map(({ code }) => code)).toEqual(['sms', 'email', 'social']));

  it('are found by code', () => {
    expect(findChannel('letter')?.labelNb).toBe('Brev');
    expect(findChannel('fax')).toBeUndefined();
  });
});
