import { resolve } from 'node:path';
import { temporaryDirectory } from '@samspor/sqlite/testing';
import { HubUnderFault, refusedHub, samspor } from './faults.hub.js';

const forgetful = ['env', `NODE_OPTIONS=--import=${resolve('test/failure/forgetful-engine.mjs')}`];

describe('an SQLite that drops synchronous=FULL after its first write', () => {
  it('lets no hub start, the doctor says so, and the hub goes on with another one', async () => {
    const directory = temporaryDirectory();
    const data = directory.file('data');
    await (await HubUnderFault.start(data)).stop();
    const says = expect.stringMatching(/does not keep synchronous=FULL: after a write it reads 1.*Use the SQLite of/) as string;
    expect(await refusedHub(data, forgetful)).toMatchObject({ code: 1, says });
    const doctor = samspor(['doctor', '--data', data], forgetful);
    expect([doctor.code, /bad {3}durability .*does not keep synchronous=FULL/.test(doctor.says)]).toEqual([1, true]);
    const hub = await HubUnderFault.start(data);
    await hub.untilReady();
    await hub.stop();
    expect(samspor(['doctor', '--data', data]).says).toMatch(/ok {4}durability/);
    directory.remove();
  });
});
