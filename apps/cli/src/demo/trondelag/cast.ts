import type { Day, EnrolmentReason } from '@samspor/domain';
import type { Story } from '../step.js';
import { type People, teamIn, withoutMunicipalContact } from './people.js';
import * as consents from './stories/consents.js';
import * as contact from './stories/contact.js';
import * as membership from './stories/membership.js';
import * as nav from './stories/nav.js';
import * as school from './stories/school-and-work.js';
import * as together from './stories/together.js';

/** How many youths a story is told of, and what these must be like. */
export interface Part {
  readonly story: Story;
  readonly count: number;
  /** At enrolment. */
  readonly ages: readonly [number, number];
  /** How many days ago they were enrolled. */
  readonly daysAgo: readonly [number, number];
  /** Where they live; anywhere in the county when nothing is said. */
  readonly places?: readonly [string, ...string[]];
  readonly reason?: EnrolmentReason;
  /** Turns 18 this many days after enrolment, rather than being of any age. */
  readonly turns18After?: number;
  /** Enrolled on a day that does not move with today. */
  readonly enrolledOn?: Day;
  readonly birthYear?: number;
}

type Wish = Partial<Omit<Part, 'story' | 'count'>>;

const anyAge: Part['ages'] = [16, 21];
const adult: Part['ages'] = [18, 22];
const anyTime: Part['daysAgo'] = [20, 420];

const part = (story: Story, count: number, wish: Wish = {}): Part => ({ story, count, ages: anyAge, daysAgo: anyTime, ...wish });

const towns: Part['places'] = ['5006', '5001'];

const ofContact: readonly Part[] = [
  part(contact.justEnrolled, 10, { daysAgo: [1, 6] }),
  part(contact.stillTrying, 8, { daysAgo: [8, 22] }),
  part(contact.notReachedYet, 16),
  part(contact.followedUp, 30),
  part(contact.followedUp, 3, { places: [withoutMunicipalContact] }),
  part(contact.openedTheLetter, 8),
  part(contact.neverOpenedTheLetter, 5),
  part(contact.saidNoAndCameBack, 12),
  part(contact.isIll, 8),
  part(contact.caresForAChild, 4, { ages: [18, 21] }),
  part(contact.nonFormalTraining, 4),
];

const ofNav: readonly Part[] = [
  part(nav.quitAndFoundAMeasure, 26, { reason: 'quit' }),
  part(nav.quitAndFoundAMeasure, 10, { reason: 'quit', places: towns, daysAgo: [60, 420] }),
  part(nav.waitingForNav, 6, { daysAgo: [21, 28], places: towns }),
  part(nav.waitingForNav, 4, { daysAgo: [21, 28] }),
  part(nav.waitingForNav, 2, { daysAgo: [48, 60], places: towns }),
  part(nav.navAskedForMore, 10),
  part(nav.returnedToTheCounty, 8),
  part(nav.trainingAndWork, 10),
  part(nav.clarifiedFirst, 8),
  part(nav.onACourse, 6, { ages: [19, 21] }),
  part(nav.longMeasure, 6, { ages: adult, daysAgo: [60, 420] }),
];

const ofSchoolAndWork: readonly Part[] = [
  part(school.backAtSchool, 12),
  part(school.quitAgain, 6),
  part(school.apprenticeForAWhile, 6, { reason: 'no_apprenticeship', ages: [17, 20] }),
  part(school.workedForAWhile, 10, { ages: [17, 22] }),
  part(school.declinedTheOffer, 4, { reason: 'declined' }),
  part(school.servesInTheMilitary, 3, { ages: [19, 20] }),
  part(school.completedSchool, 4, { daysAgo: [230, 420] }),
];

const ofAllTogether: readonly Part[] = [
  part(together.everybodyAround, 4, { ages: [16, 16], places: ['5006'], daysAgo: [110, 300] }),
  part(together.everybodyAround, 3, { ages: [16, 17], places: ['5001'], daysAgo: [110, 420] }),
  part(together.fromBarnevern, 6, { ages: [16, 19] }),
  part(together.withPpt, 6, { ages: [16, 19] }),
  part(together.pupilAtRisk, 6, { ages: [16, 18], reason: 'quit', places: ['5006', '5053', '5038'] }),
  part(together.navFoundThem, 6, { ages: adult }),
  part(together.municipalityFoundThem, 4),
];

const ofConsents: readonly Part[] = [
  part(consents.refusedConsent, 6, { ages: [16, 19] }),
  part(consents.withdrewConsent, 5, { ages: adult, daysAgo: [75, 300] }),
  part(consents.consentRanOut, 4, { daysAgo: [50, 300] }),
  part(consents.turnedEighteen, 4, { turns18After: 60, daysAgo: [65, 300] }),
  part(consents.navAskedByLaw, 3, { daysAgo: [45, 300] }),
  part(consents.inDanger, 1, { places: ['5006'], daysAgo: [40, 200] }),
];

/** Everybody in the demo of today's county, by what happens to them. */
export const castOf = (people: People): readonly Part[] => [
  ...ofContact,
  ...ofNav,
  ...ofSchoolAndWork,
  ...ofAllTogether,
  ...ofConsents,
  part(membership.backWithTheNewLaw, 3, { enrolledOn: '2020-09-01', birthYear: 2001, places: ['5001', '5007', '5037'] }),
  part(membership.backWithTheNewLaw, 3, { enrolledOn: '2020-09-07', birthYear: 2002, places: ['5006', '5001', '5035'] }),
  part(membership.movedTo('5001', teamIn('5001', people)), 2, { places: ['5006'], daysAgo: [70, 300] }),
  part(membership.movedTo('5006', teamIn('5006', people)), 1, { places: ['5001'], daysAgo: [70, 300] }),
  part(membership.movedAway, 2, { daysAgo: [60, 300] }),
  part(membership.enrolledByMistake, 2),
  part(membership.changedHands, 5, { daysAgo: [45, 300] }),
  part(membership.missingCornerFound, 1, { places: [withoutMunicipalContact], daysAgo: [45, 200] }),
];
