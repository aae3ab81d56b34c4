import { type Hub, childId, loadTerms, projectFile } from '@samspor/casework';
import type { Actor, Agency, AgreementCommand, Day, Terms } from '@samspor/domain';

/** A cooperation agreement of a demo county, and what the parties do under it. */
export interface DemoAgreement {
  readonly id: string;
  readonly county: string;
  readonly termsVersion: string;
  readonly from: Day;
  readonly to: Day;
  readonly signer: Actor;
  /** In order, after it is signed. */
  readonly steps: readonly AgreementStep[];
}

/** Something that a party does under the agreement. */
export interface AgreementStep {
  readonly who: Actor;
  readonly command: AgreementCommand;
  /** Name of what it makes, for steps that point at it. */
  readonly makes?: string;
}

const parties: readonly Agency[] = ['OT', 'NAV', 'KOM', 'PPT', 'BV', 'SCH'];

/** Signs the agreement; answers when the views show it, since terms are looked up there. */
export const concludeAgreement = async (hub: Hub, agreement: DemoAgreement): Promise<void> => {
  const { id, county, from, to, signer, steps } = agreement;
  const terms = termsOf(agreement);
  const signing = { type: 'SignAgreement', data: { county, parties, level: 'operational', from, to, terms, on: from } } as const;
  let position: bigint | undefined;
  for (const next of [{ who: signer, command: signing }, ...steps]) position = await tell(hub, id, next);
  if (position !== undefined && !(await hub.seen(position, 60_000))) throw new Error('The views did not show the agreement within 60 s.');
};

/** Names somebody the fixed contact person of a municipality. */
export const fixedIn = (municipality: string, who: Actor, on: Day): AgreementStep => {
  const { id, name, unit, agency } = who;
  if (agency !== 'OT' && agency !== 'NAV' && agency !== 'KOM') throw new Error(`${agency} has no corner of the trekant.`);
  return { who, command: { type: 'NameFixedContactPerson', data: { municipality, role: agency, personId: id, unit, name, on } } };
};

/** The id of what a step of the agreement with this name makes. */
export const madeIn = (agreementId: string, name: string): string => childId(childId(agreementId, name), 'new');

const termsOf = ({ termsVersion }: DemoAgreement): Terms => {
  const terms = loadTerms(projectFile('deploy/terms')).get(termsVersion);
  if (!terms) throw new Error(`deploy/terms has no terms ${termsVersion}.`);
  return terms;
};

const tell = async (hub: Hub, id: string, { who, command, makes }: AgreementStep): Promise<bigint | undefined> => {
  const text = JSON.stringify(command);
  const commandId = childId(id, makes ?? text);
  // The agreement is known by the id of its stream.
  const newId = command.type === 'SignAgreement' ? id : childId(commandId, 'new');
  const telling = { actor: who, commandId, correlationId: id, fingerprint: hub.fingerprint(text), newId, today: hub.today() };
  return (await hub.agreements.tell(id, command, telling)).position;
};
