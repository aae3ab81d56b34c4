import { countiesOn, countyOf, countyOn, municipalities, municipalitiesOf, municipalityOn, sameCounty } from './places.js';

describe('counties', () => {
  it.each([
    ['2017-12-31', 19],
    ['2018-01-01', 18],
    ['2019-12-31', 18],
    ['2020-01-01', 11],
    ['2023-12-31', 11],
    ['2024-01-01', 15],
  ])('on %s are %i', (day, count) => expect(countiesOn(day).length).toBe(count));

  it('from 2024 are these', () =>
    expect(countiesOn('2026-01-01').map(({ number, name }) => `${number} ${name}`)).toEqual([
      '03 Oslo',
      '11 Rogaland',
      '15 Møre og Romsdal',
      '18 Nordland',
      '31 Østfold',
      '32 Akershus',
      '33 Buskerud',
      '34 Innlandet',
      '39 Vestfold',
      '40 Telemark',
      '42 Agder',
      '46 Vestland',
      '50 Trøndelag',
      '55 Troms',
      '56 Finnmark',
    ]));

  it('have a name on their days', () => {
    expect(countyOn('17', '2017-12-31')?.name).toBe('Nord-Trøndelag');
    expect(countyOn('17', '2018-01-01')).toBeUndefined();
  });
});

describe('municipalities', () => {
  it.each([
    ['17', '2015-06-15', 23],
    ['50', '2018-01-01', 47],
    ['50', '2019-01-01', 48],
    ['50', '2020-01-01', 38],
  ])('of county %s on %s are %i', (county, day, count) => expect(municipalitiesOf(county, day).length).toBe(count));

  it.each([
    ['1702', '2015-06-15', 'Steinkjer'],
    ['1756', '2015-06-15', 'Inderøy'],
    ['1718', '2017-12-31', 'Leksvik'],
    ['5004', '2018-01-01', 'Steinkjer'],
    ['5054', '2018-01-01', 'Indre Fosen'],
    ['5006', '2020-01-01', 'Steinkjer'],
    ['5052', '2026-01-01', 'Leka'],
    ['5060', '2026-01-01', 'Nærøysund'],
    ['1571', '2019-12-31', 'Halsa'],
  ])('%s on %s is %s', (number, day, name) => expect(municipalityOn(number, day)?.name).toBe(name));

  it.each([
    ['1718', '2018-01-01'],
    ['5039', '2020-01-01'],
    ['5006', '2019-12-31'],
    ['5099', '2026-01-01'],
    ['1799', '2015-06-15'],
    ['9999', '2026-01-01'],
    ['3020', '2024-01-01'],
    ['50', '2026-01-01'],
    ['50060', '2026-01-01'],
  ])('%s on %s is none', (number, day) => expect(municipalityOn(number, day)).toBeUndefined());

  it.each([
    ['0301', '2026-01-01'],
    ['1811', '2026-01-01'],
    ['3020', '2023-12-31'],
  ])('%s on %s is taken by its county', (number, day) => expect(municipalityOn(number, day)).toEqual(expect.objectContaining({ number })));

  it('all lead to one that exists today', () => {
    const ended = municipalities.filter(({ to }) => to !== undefined);
    expect(ended.filter(({ successors }) => successors.length === 0)).toEqual([]);
    expect(ended.filter(({ number }) => countyOf(number, '2026-01-01') !== '50')).toEqual([]);
  });
});

describe('the county of a municipality', () => {
  it.each([
    ['1718', '2015-06-15', '17'],
    ['1718', '2018-01-01', '50'],
    ['1567', '2018-12-31', '15'],
    ['1567', '2019-01-01', '50'],
    ['5012', '2026-01-01', '50'],
    ['1601', '2017-12-31', '16'],
    ['1601', '2018-01-01', '50'],
    ['0301', '2026-01-01', '03'],
    ['1902', '2021-01-01', '54'],
    ['1902', '2024-01-01', undefined],
    ['3020', '2024-01-01', undefined],
    ['5006', '2015-06-15', undefined],
    ['5099', '2026-01-01', undefined],
  ])('%s on %s is %s', (number, day, county) => expect(countyOf(number, day)).toBe(county));
});

describe('the same county', () => {
  it.each([
    ['50', '50', '2026-01-01', true],
    ['17', '50', '2018-01-01', true],
    ['16', '17', '2018-01-01', true],
    ['16', '17', '2017-12-31', false],
    ['17', '50', '2017-12-31', true],
    ['50', '17', '2017-12-31', true],
    ['15', '50', '2026-01-01', false],
    ['54', '55', '2023-12-31', true],
    ['54', '55', '2024-01-01', false],
    ['55', '56', '2023-12-31', false],
    ['99', '50', '2026-01-01', false],
  ])('%s and %s on %s: %s', (a, b, day, same) => {
    expect(sameCounty(a, b, day)).toBe(same);
    expect(sameCounty(b, a, day)).toBe(same);
  });
});
