import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { type Model, compare, steps, taken } from './model.commands.js';
import { HubUnderTest } from './model.hub.js';
import type { ModelYouth } from './model.rules.js';
import { writeResult } from './results-page.js';

const seed = Number(process.env['SAMSPOR_MODEL_SEED'] ?? randomInt(2 ** 31));
const asked = process.env['SAMSPOR_MODEL_RUNS'];
const runs = Number(asked ?? 6);

const registered = ['YouthStreamOpened', 'IdentityLinked', 'TargetGroupMembershipOpened'];
const aModelYouth = (openedOn: string, ...more: readonly string[]): ModelYouth => ({
  openedOn,
  referrals: [],
  changes: [],
  told: [...registered, ...more],
});

const opened = async (): Promise<{ readonly model: Model; readonly real: HubUnderTest }> => {
  const real = await HubUnderTest.open();
  await real.signAgreement();
  const model = new Map<string, ModelYouth>();
  for (const born of [1, 2]) model.set(await real.enrol(born, false), aModelYouth('2026-11-20', 'ConsentGiven'));
  model.set(await real.enrol(3, true), aModelYouth('2014-09-01'));
  return { model, real };
};

describe('the hub against a plain model of its rules', () => {
  it(`comes to the same, whoever commands and however often it is restarted (seed ${seed}, ${runs} runs)`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (commands) => {
        const { model, real } = await opened();
        await fc.asyncModelRun(() => ({ model, real }), commands);
        await compare(model, real);
        await real.remove();
      }),
      { seed, numRuns: runs, endOnFailure: true },
    );
    process.stdout.write(`model: ${taken.steps} commands, ${taken.restarts} restarts, seed ${seed}\n`);
    if (asked !== undefined) writeResult('model', { seed, runs, commands: taken.steps, restarts: taken.restarts });
  }, 3_600_000);
});
