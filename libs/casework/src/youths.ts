import { randomUUID } from 'node:crypto';
import {
  type Actor,
  type Day,
  type DecisionContext,
  type OpenCommand,
  type Youth,
  type YouthCommand,
  type YouthEvent,
  describeYouthEvent,
  membershipOn,
  openCommands,
  residenceOn,
  youthDecider,
} from '@samspor/domain';
import type { Loaded, Streams, Told } from '@samspor/event-store';
import type { IdentityIndex } from '@samspor/privacy';
import { youthStreamOf } from '@samspor/projections';
import type { Agreements } from './agreements.js';
import type { Telling } from './telling.js';

export type RegisterYouth = Extract<YouthCommand, { readonly type: 'RegisterYouth' }>;

/** The shared streams of the youths: commands in, events out, under the terms of where the youth lives. */
export class Youths {
  constructor(
    private readonly streams: Streams<Youth, YouthCommand, YouthEvent, DecisionContext>,
    private readonly agreements: Agreements,
    private readonly identities: IdentityIndex,
    private readonly onlySyntheticIdentities: boolean,
  ) {}

  tell(youthId: string, command: YouthCommand, telling: Telling): Promise<Told<YouthEvent>> {
    return this.streams.tell(this.request(youthId, command, telling));
  }

  /** What the command would lead to; changes nothing and refuses as `tell` would. */
  consider(youthId: string, command: YouthCommand, telling: Telling) {
    return this.streams.consider(this.request(youthId, command, telling));
  }

  /** Opens the youth's one stream. The identity number leads to the same youth for ever; a refusal claims nothing. */
  async register(command: RegisterYouth, telling: Telling): Promise<Told<YouthEvent> & { readonly youthId: string }> {
    const known = await this.identities.find(command.data.identityNumber);
    if (known === undefined) await this.consider(randomUUID(), command, telling);
    const youthId = known ?? (await this.identities.claim(command.data.identityNumber));
    return { youthId, ...(await this.tell(youthId, command, telling)) };
  }

  async considerRegistering(command: RegisterYouth, telling: Telling) {
    return this.consider((await this.identities.find(command.data.identityNumber)) ?? randomUUID(), command, telling);
  }

  /** Where the command would lead from this state, for commands that follow each other; changes nothing and refuses as `tell` would. */
  async rehearse(state: Youth, command: YouthCommand, telling: Telling): Promise<Youth> {
    const context = await this.contextOf(state, { ...telling, on: command.data.on ?? telling.today }, command);
    return youthDecider.decide(command, state, context).reduce(youthDecider.evolve, state);
  }

  load(youthId: string): Promise<Loaded<Youth>> {
    return this.streams.load(youthStreamOf(youthId));
  }

  /** The youth with this identity number, if any is registered. */
  async find(identityNumber: string): Promise<string | undefined> {
    return this.identities.find(identityNumber);
  }

  /** What this actor can do with the youth now, and for the rest which rule stands in the way. */
  async openCommands(youthId: string, actor: Actor, today: Day): Promise<readonly OpenCommand[]> {
    const { state } = await this.load(youthId);
    return openCommands(state, await this.contextOf(state, { actor, today, on: today, newId: '' }));
  }

  private request(
    youthId: string,
    command: YouthCommand,
    { today, commandId, correlationId, actor, fingerprint, newId, expectedRevision }: Telling,
  ) {
    const on = command.data.on ?? today;
    return {
      stream: youthStreamOf(youthId),
      subject: youthId,
      command,
      commandId,
      correlationId,
      actor,
      fingerprint,
      ...(expectedRevision !== undefined && { expectedRevision }),
      context: (state: Youth) => this.contextOf(state, { actor, today, on, newId }, command),
      describe: describeYouthEvent,
    };
  }

  private async contextOf(
    { targetGroup }: Youth,
    { actor, today, on, newId }: Pick<DecisionContext, 'actor' | 'today' | 'on' | 'newId'>,
    command?: YouthCommand,
  ): Promise<DecisionContext> {
    const municipality = command?.type === 'RegisterYouth' ? command.data.municipality : residenceOn(targetGroup, on);
    const kept = membershipOn(targetGroup, on)?.termsVersion;
    const terms = await this.agreements.termsFor(municipality ?? '', on, kept);
    return { today, on, actor, newId, terms, onlySyntheticIdentities: this.onlySyntheticIdentities };
  }
}
