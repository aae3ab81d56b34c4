import fc from 'fast-check';
import { ToldCommands } from './streams.commands.js';

const ids = fc.array(fc.oneof(fc.uuid(), fc.string()), { maxLength: 200 });

describe('the commands that a stream has been told', () => {
  it('are all known, in whatever order and however often they are added, also after they were kept as bytes', () =>
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const first = ToldCommands.none();
        for (const id of before) first.add(id);
        const again = ToldCommands.from(first.toBytes());
        for (const id of after) again.add(id);
        expect(before.every((id) => first.mayHold(id))).toBe(true);
        expect([...before, ...after].every((id) => again.mayHold(id))).toBe(true);
      }),
    ));

  it('take nothing else out of bytes that lie among others', () => {
    const first = ToldCommands.none();
    first.add('a command');
    const among = Buffer.concat([Buffer.alloc(64, 7), first.toBytes(), Buffer.alloc(64, 7)]).subarray(64, 68);
    expect(Buffer.from(ToldCommands.from(among).toBytes())).toEqual(Buffer.from(first.toBytes()));
  });

  it('are told from others', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 100 }), ([unknown = '', ...others]) => {
        const commands = ToldCommands.none();
        for (const id of others) commands.add(id);
        expect(commands.mayHold(unknown)).toBe(false);
      }),
      // Two ids with the same mark are found once in billions, and then by another seed.
      { seed: 1 },
    ));

  it('do not take the room kept for further ones for a command', () => {
    const commands = ToldCommands.none();
    commands.add('a command');
    // Its mark is 0, as the room that is not used yet.
    expect(commands.mayHold('ppkttia')).toBe(false);
    commands.add('ppkttia');
    expect(commands.mayHold('ppkttia')).toBe(true);
  });
});
