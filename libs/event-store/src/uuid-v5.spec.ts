import { uuidV5 } from './uuid-v5.js';

describe('a UUID from a name', () => {
  it('is the one of RFC 9562, appendix A.4', () => {
    const dns = Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex');
    expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('takes the bytes of a name as UTF-8', () => {
    const dns = Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex');
    expect(uuidV5(dns, 'blåbærsyltetøy')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidV5(dns, 'blåbærsyltetøy')).not.toBe(uuidV5(dns, 'blabærsyltetøy'));
  });
});
