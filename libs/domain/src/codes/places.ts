import { type County, counties } from './counties.js';
import { inForce } from './dated.js';
import { type Municipality, municipalities } from './municipalities.js';
import { type Day, covers } from '../kernel/day.js';

export { type County, counties } from './counties.js';
export { type Municipality, municipalities } from './municipalities.js';

type Places = ReadonlyMap<string, readonly (County | Municipality)[]>;

/** By number, since every command asks where one belongs. */
const byNumber = (places: readonly (County | Municipality)[]): Places => {
  const numbers = new Set(places.map(({ number }) => number));
  return new Map([...numbers].map((number) => [number, places.filter((place) => place.number === number)]));
};

const countiesByNumber = byNumber(counties);
const municipalitiesByNumber = byNumber(municipalities);

/** Counties whose municipalities are all in the table; a number of theirs that is not there does not exist. */
const FULLY_LISTED = new Set(['17', '50']);

/** The counties of a day, by number. */
export const countiesOn = (day: Day): readonly County[] => inForce(counties, day).toSorted((a, b) => (a.number < b.number ? -1 : 1));

/** The county with this number on a day. */
export const countyOn = (number: string, day: Day): County | undefined =>
  counties.find((county) => county.number === number && covers(county, day));

/** The listed municipalities of a county on a day, by number. */
export const municipalitiesOf = (county: string, day: Day): readonly Municipality[] =>
  inForce(municipalities, day)
    .filter(({ number }) => number.startsWith(county))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));

/** The municipality with this number on a day. Outside the listed counties a number is taken on trust when its county exists. */
export const municipalityOn = (number: string, day: Day): Municipality | undefined => {
  const isListed = municipalities.some((municipality) => municipality.number === number);
  if (isListed) return municipalities.find((municipality) => municipality.number === number && covers(municipality, day));
  const county = /^\d{4}$/.test(number) && !FULLY_LISTED.has(number.slice(0, 2)) ? countyOn(number.slice(0, 2), day) : undefined;
  return county && { number, successors: [], from: county.from, ...(county.to && { to: county.to }), source: 'county prefix only' };
};

/** Numbers that a place has become by a day: itself while it exists, else its successors, and theirs. */
const heirsOn = (places: Places, number: string, day: Day): readonly string[] => {
  const place = places.get(number)?.find(({ from }) => from <= day);
  if (!place) return [];
  return covers(place, day) ? [number] : place.successors.flatMap((successor) => heirsOn(places, successor, day));
};

/** The one number that a county has become by a day; nothing when it was divided or does not exist yet. */
const currentCounty = (number: string, day: Day): string | undefined => {
  const heirs = [...new Set(heirsOn(countiesByNumber, number, day))];
  return heirs.length === 1 ? heirs[0] : undefined;
};

/**
 * The county that a municipality belongs to on a day, also by a number that has been replaced since.
 * Nothing when the number is not known then, or when its county was divided and the table cannot tell which part.
 */
export const countyOf = (municipality: string, day: Day): string | undefined => {
  const listed = new Set(heirsOn(municipalitiesByNumber, municipality, day).map((number) => number.slice(0, 2)));
  if (listed.size > 0) return listed.size === 1 ? [...listed][0] : undefined;
  if (municipalitiesByNumber.has(municipality) || FULLY_LISTED.has(municipality.slice(0, 2))) return undefined;
  return currentCounty(municipality.slice(0, 2), day);
};

const becomes = (older: string, newer: string): boolean =>
  counties.some(({ number, successors }) => number === older && successors.some((next) => next === newer || becomes(next, newer)));

/**
 * Whether two county numbers mean the same county on a day: the same, merged by then, or one the later heir of the other,
 * as when Trøndelag (50) records what happened in Nord-Trøndelag (17).
 */
export const sameCounty = (a: string, b: string, day: Day): boolean => {
  if (a === b) return true;
  const [oneNow, otherNow] = [currentCounty(a, day), currentCounty(b, day)];
  if (oneNow !== undefined && otherNow !== undefined) return oneNow === otherNow;
  if (oneNow !== undefined) return countyOn(b, day) === undefined && becomes(oneNow, b);
  return otherNow !== undefined && countyOn(a, day) === undefined && becomes(otherNow, a);
};
