import fc from 'fast-check';
import { type Effect, type Effects, effectOf, noEffects, withEffect } from './streams.effects.js';

const told = fc.uniqueArray(fc.record({ commandId: fc.string(), fingerprint: fc.string(), events: fc.integer({ min: 1, max: 4 }) }), {
  selector: ({ commandId }) => commandId,
  maxLength: 20,
});

describe('the effects of commands', () => {
  it('tell of each command where its events stand, whatever its id looks like', () =>
    fc.assert(
      fc.property(told, fc.string(), (commands, unknown) => {
        let effects: Effects = noEffects;
        let revision = 0;
        const expected = new Map<string, Effect>();
        for (const { commandId, fingerprint, events } of commands) {
          expected.set(commandId, { first: revision, last: revision + events - 1, fingerprint });
          for (let event = 0; event < events; event += 1) effects = withEffect(effects, { commandId, fingerprint }, revision++);
        }
        for (const commandId of [...expected.keys(), unknown]) expect(effectOf(effects, commandId)).toEqual(expected.get(commandId));
      }),
    ));
});
