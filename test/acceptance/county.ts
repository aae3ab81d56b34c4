import { randomUUID } from 'node:crypto';
import { syntheticIdentityNumber } from '@samspor/domain';
import type { Caller, RunningHub, Written } from './running-hub.js';

/** The agencies of a county that have an agreement and fixed contact persons in Steinkjer, except the municipality's. */
export interface County {
  readonly ot: Caller;
  readonly nav: Caller;
  readonly kom: Caller;
  readonly ppt: Caller;
  readonly bv: Caller;
  readonly school: Caller;
  readonly auditor: Caller;
  readonly agreementId: string;
}

const accepted = (what: string, { status, body }: { readonly status: number; readonly body: unknown }): void => {
  if (status !== 201) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
};

/** Signs in everybody and signs Trøndelag's agreement. */
export const foundCounty = async (hub: Pick<RunningHub, 'as'>): Promise<County> => {
  const agreementId = randomUUID();
  const party = await hub.as('avtale-jon');
  const terms = {
    county: '50',
    parties: ['OT', 'NAV', 'KOM', 'PPT', 'BV', 'SCH'],
    level: 'operational',
    from: '2024-08-01',
    to: '2028-12-31',
    termsVersion: 'trondelag-2024.1',
  };
  accepted('sign-agreement', await party.post(`/api/agreements/${agreementId}/sign-agreement`, terms));
  return {
    ot: await hub.as('ot-kari'),
    nav: await hub.as('nav-ole'),
    kom: await hub.as('kom-anne'),
    ppt: await hub.as('ppt-siri'),
    bv: await hub.as('bv-tor'),
    school: await hub.as('sch-eva'),
    auditor: await hub.as('revisor-gro'),
    agreementId,
  };
};

const fixed = {
  ot: { role: 'OT', personId: 'ot-kari', unit: 'ot-50-steinkjer', name: 'Kari Demo-Moen' },
  nav: { role: 'NAV', personId: 'nav-ole', unit: 'nav-5006', name: 'Ole Demo-Sandvik' },
  kom: { role: 'KOM', personId: 'kom-anne', unit: 'kom-5006', name: 'Anne Demo-Lian' },
} as const;

/** Names a fixed contact person of Steinkjer. */
export const nameFixed = async (county: County, corner: keyof typeof fixed): Promise<Written> => {
  const answer = await county[corner].post<Written>(`/api/agreements/${county.agreementId}/name-fixed-contact-person`, {
    municipality: '5006',
    ...fixed[corner],
  });
  accepted('name-fixed-contact-person', answer);
  return answer.body;
};

let born = 0;

/** A grown-up youth of Steinkjer, enrolled with OT after quitting school, as everybody sees by now. */
export const enrolledYouth = async ({ ot }: County): Promise<string> => {
  born += 1;
  const birthDate = '2006-05-20';
  const body = {
    identityNumber: syntheticIdentityNumber(birthDate, born),
    name: `Ada Demo-${born}`,
    birthDate,
    municipality: '5006',
    enrolment: { reason: 'quit', lowerSecondaryCompleted: true, competence: 'none' },
  };
  const answer = await ot.post<Written>('/api/youths', body);
  accepted('register', answer);
  const { youthId, position } = answer.body;
  await ot.get(`/api/youths/${youthId}/trekant?after=${position}`);
  return youthId;
};
