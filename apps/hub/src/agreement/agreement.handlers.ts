import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hub, type Telling } from '@samspor/casework';
import type { AgreementCommand, AgreementEvent } from '@samspor/domain';
import type { Considered, Told } from '@samspor/event-store';

/** A command to one agreement's stream. */
export class TellAgreement extends Command<Told<AgreementEvent>> {
  constructor(
    readonly agreementId: string,
    readonly command: AgreementCommand,
    readonly telling: Telling,
  ) {
    super();
  }
}

/** What a command to an agreement would lead to. */
export class ConsiderAgreement extends Command<Considered<AgreementEvent>> {
  constructor(
    readonly agreementId: string,
    readonly command: AgreementCommand,
    readonly telling: Telling,
  ) {
    super();
  }
}

@CommandHandler(TellAgreement)
export class TellAgreementHandler implements ICommandHandler<TellAgreement> {
  constructor(private readonly hub: Hub) {}

  execute({ agreementId, command, telling }: TellAgreement): Promise<Told<AgreementEvent>> {
    return this.hub.agreements.tell(agreementId, command, telling);
  }
}

@CommandHandler(ConsiderAgreement)
export class ConsiderAgreementHandler implements ICommandHandler<ConsiderAgreement> {
  constructor(private readonly hub: Hub) {}

  execute({ agreementId, command, telling }: ConsiderAgreement): Promise<Considered<AgreementEvent>> {
    return this.hub.agreements.consider(agreementId, command, telling);
  }
}
