import type { OpenCommand } from '@samspor/domain';
import { kebab } from '../command/command-routes.js';
import type { OpenCommandsAnswer } from './youth.answers.dto.js';

/** What an actor can do with a youth, with the address of each command. */
export const openCommandsAnswer = (youthId: string, commands: readonly OpenCommand[]): OpenCommandsAnswer => ({
  commands: commands
    .filter(({ command }) => command !== 'RegisterYouth')
    .map((command) => ({ ...command, href: `/api/youths/${youthId}/${kebab(command.command)}` })),
});
