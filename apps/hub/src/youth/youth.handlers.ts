import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hub, type RegisterYouth as RegisterYouthCommand, type Telling } from '@samspor/casework';
import type { YouthCommand, YouthEvent } from '@samspor/domain';
import type { Considered, Told } from '@samspor/event-store';

/** A command to one youth's stream; the union inside says which. */
export class TellYouth extends Command<Told<YouthEvent>> {
  constructor(
    readonly youthId: string,
    readonly command: YouthCommand,
    readonly telling: Telling,
  ) {
    super();
  }
}

/** What a command to a youth would lead to. */
export class ConsiderYouth extends Command<Considered<YouthEvent>> {
  constructor(
    readonly youthId: string | undefined,
    readonly command: YouthCommand,
    readonly telling: Telling,
  ) {
    super();
  }
}

/** The first command of a youth: opens the stream. */
export class RegisterYouth extends Command<Told<YouthEvent> & { readonly youthId: string }> {
  constructor(
    readonly command: RegisterYouthCommand,
    readonly telling: Telling,
  ) {
    super();
  }
}

@CommandHandler(TellYouth)
export class TellYouthHandler implements ICommandHandler<TellYouth> {
  constructor(private readonly hub: Hub) {}

  execute({ youthId, command, telling }: TellYouth): Promise<Told<YouthEvent>> {
    return this.hub.youths.tell(youthId, command, telling);
  }
}

@CommandHandler(ConsiderYouth)
export class ConsiderYouthHandler implements ICommandHandler<ConsiderYouth> {
  constructor(private readonly hub: Hub) {}

  execute({ youthId, command, telling }: ConsiderYouth): Promise<Considered<YouthEvent>> {
    if (youthId !== undefined) return this.hub.youths.consider(youthId, command, telling);
    return this.hub.youths.considerRegistering(command as RegisterYouthCommand, telling);
  }
}

@CommandHandler(RegisterYouth)
export class RegisterYouthHandler implements ICommandHandler<RegisterYouth> {
  constructor(private readonly hub: Hub) {}

  execute({ command, telling }: RegisterYouth): Promise<Told<YouthEvent> & { readonly youthId: string }> {
    return this.hub.youths.register(command, telling);
  }
}
