import type { DataOf, YouthCommand } from '@samspor/domain';
import { CodeField, CodeNameField } from '../../fields.js';
import { DatedDto } from '../../dated.dto.js';

type Body<Type extends YouthCommand['type']> = DataOf<YouthCommand, Type>;

export class ChangeStatusDto extends DatedDto implements Body<'ChangeStatus'> {
  /** Udir code of the set in force on the day, e.g. OTUK, OTOV, OTAP. */
  @CodeNameField({ example: 'OTUK' })
  readonly code: string;
  /** Whether OT has assessed it, or a register shows it. */
  @CodeField(['assessed', 'register'], { optional: true })
  readonly basis?: 'assessed' | 'register';
}

export class TakeOverStatusDto extends DatedDto implements Body<'TakeOverStatus'> {
  /** Udir code that the youth had in the list used before the hub. */
  @CodeNameField({ example: 'OTOV' })
  readonly code: string;
}
