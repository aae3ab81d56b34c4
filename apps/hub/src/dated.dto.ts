import type { Day } from '@samspor/domain';
import { DayField } from './fields.js';

/** Every command may say which day it holds for. */
export class DatedDto {
  /** The day it happened or holds from; default today. The law and the terms of that day decide. */
  @DayField({ optional: true })
  readonly on?: Day;
}

/** A command that needs no more than its day. */
export class OnlyDayDto extends DatedDto {}
