import { confidentialFields, fieldsOf, findTemplate, hasConfidentialFields, noticeTemplates, templatesFor } from './templates.js';

describe('R16 an open notice tells nothing confidential', () => {
  it.each(['sms', 'email', 'social'] as const)('holds for every template for %s', (channel) => {
    const templates = templatesFor(channel, '2026-01-01');
    expect(templates.length).toBeGreaterThan(0);
    expect(templates.filter(hasConfidentialFields)).toEqual([]);
    expect(templates.filter(({ textNb }) => /NAV|skole|tiltak|syk|barnevern|oppfølging|rett /i.test(textNb))).toEqual([]);
  });

  it('sees the confidential fields of a letter', () => {
    const letter = findTemplate('ot-information', '2026-01-01');
    expect(letter && hasConfidentialFields(letter)).toBe(true);
  });
});

describe('templates', () => {
  const known = ['sender', 'adviserName', 'adviserPhone', 'replyBy', 'loginAddress', ...confidentialFields];

  it('have room for known fields only', () =>
    expect(noticeTemplates.flatMap(fieldsOf).filter((field) => !known.includes(field))).toEqual([]));

  it('name the adviser and the phone in all written information (domain § 6)', () => {
    const information = noticeTemplates.filter(({ kind }) => kind === 'information');
    expect(
      information.map((template) => fieldsOf(template).includes('adviserName') && fieldsOf(template).includes('adviserPhone')),
    ).toEqual([true, true]);
  });

  it('are found by id and day', () => {
    expect(findTemplate('ot-contact', '2026-01-01')?.channels).toContain('sms');
    expect(findTemplate('ot-contact', '1999-12-31')).toBeUndefined();
    expect(findTemplate('my-own', '2026-01-01')).toBeUndefined();
  });
});
