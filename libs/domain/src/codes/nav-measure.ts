import type { Dated, Labelled } from './dated.js';

/** An age as a measure counts it: reached on the birthday, or from 1 January of the year in which it is turned. */
export interface AgeRule {
  readonly kind: 'age-reached' | 'year-turned';
  readonly age: number;
}

/** Why a measure may last longer than its ordinary time (R31). */
export type ExtensionGround =
  'continued-need' | 'reduced-work-capacity' | 'formal-training' | 'school-transition' | 'combined-course' | 'special-reasons';

/** How long a measure may last in all when every one of the grounds holds; without grounds the ordinary time. */
export interface DurationLimit {
  readonly unit: 'weeks' | 'months';
  readonly count: number;
  readonly grounds: readonly ExtensionGround[];
}

/** A measure that takes youths, by NAV's code (tiltakskode). */
export interface NavMeasure extends Labelled, Dated {
  /** Other codes for the same measure: Arena's, and the ones that MUL used before. */
  readonly aliases: readonly string[];
  /** Not before this age (R27, R30). */
  readonly minimumAge: AgeRule;
  /** Not from this age on (R30). */
  readonly endAge?: AgeRule;
  /** A lower age, only in partnership with the county (TILT §§ 7-3, 7-6; R30 d). */
  readonly partnershipAge?: AgeRule;
  /** Empty when no source sets a limit. */
  readonly durations: readonly DurationLimit[];
  /** Must be reviewed at least this often (R32). */
  readonly reviewEveryMonths?: number;
  /** Only after NAV has decided a needs assessment (R29). */
  readonly needsAssessment: boolean;
  /** The letter of TILT § 7-2. */
  readonly trainingKind?: 'a' | 'b' | 'c' | 'd' | 'e' | 'f';
  /** NAV must first assess what the municipality and county offer (R34). */
  readonly countyOfferAssessed: boolean;
  /** Days of the year that it runs in, both included, `MM-DD`. NAV may quite exceptionally approve others (TILT § 8-4). */
  readonly season?: { readonly from: string; readonly to: string };
  /** Says something about health or reduced work capacity: sensitivity S3. */
  readonly healthBased: boolean;
}
