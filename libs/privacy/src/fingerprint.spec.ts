import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { fingerprintBy } from './fingerprint.js';
import { WrappingKey } from './wrapping-key.js';

describe('a fingerprint', () => {
  it('is the first half of an HMAC-SHA-256 under a key of its own', () => {
    const wrappingKey = new WrappingKey(randomBytes(32));
    const fingerprint = fingerprintBy(wrappingKey);
    const key = wrappingKey.derive('fingerprint');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(fingerprint(text)).toBe(createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url'));
      }),
    );
  });
});
