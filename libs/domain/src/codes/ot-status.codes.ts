import type { Labelled } from './dated.js';

/** What a status says about a youth, whatever number the group has in a report. */
export type StatusGroupCode = 'unknown' | 'follow-up' | 'active' | 'settled' | 'not-in-target-group';

/** A status code of Udir (KODE), with what rules need to know of it. */
export interface StatusCode extends Labelled {
  readonly group: StatusGroupCode;
  /** May follow OTUK only when contact has been established (R06). */
  readonly needsContact?: true;
  /** Can be proven by a register instead of by contact (R06). */
  readonly registerProven?: true;
  /** Holds only while a measure of this kind is running (R08). */
  readonly needsMeasure?: 'NAV' | 'county' | 'combined';
  /** Reveals a special category of personal data: sensitivity S3. */
  readonly special?: 'health';
}

type Facts = Omit<StatusCode, 'code' | 'group'>;

const code = (labelNb: string, labelEn: string, facts: Omit<Facts, 'labelNb' | 'labelEn'> = {}): Facts => ({ labelNb, labelEn, ...facts });

const CONTACT = { needsContact: true } as const;
const REGISTER = { registerProven: true } as const;

/** Every code that has been in a set, with today's names (KODE; domain § 2.2). English names are ours. */
export const statusCodes: Readonly<Record<string, Facts>> = {
  OTUK: code('Ukjent aktivitet', 'Unknown activity'),
  OTOV: code('Oppfølging og veiledning', 'Follow-up and guidance', CONTACT),
  OTOA: code('Opplæring og arbeidspraksis i regi av fylket', 'Training and work practice run by the county', { needsMeasure: 'county' }),
  OTAP: code('Arbeidspraksis eller annet tiltak i regi av NAV', 'Work practice or another measure run by NAV', { needsMeasure: 'NAV' }),
  OTKO: code('Kombinasjonstiltak – fylkeskommunen/kommunen og NAV', 'Combined measure – county or municipality and NAV', {
    needsMeasure: 'combined',
  }),
  OTAR: code('I arbeid', 'In work', REGISTER),
  OTEV: code('Elev', 'Pupil', REGISTER),
  OTVF: code('Elev ved en privat videregående skole', 'Pupil at a private upper secondary school', REGISTER),
  OTLL: code('Lærling/lærekandidat/praksisbrevkandidat', 'Apprentice, training candidate or practice certificate candidate', REGISTER),
  OTNO: code('Takket nei til oppfølging', 'Declined follow-up', CONTACT),
  OTMI: code('Er i militæret', 'In military service', REGISTER),
  OTBA: code('Har omsorg for barn', 'Cares for a child', CONTACT),
  OTSY: code('Er syk/i institusjon', 'Ill or in an institution', { ...CONTACT, special: 'health' }),
  OTIF: code('Ikke-formell opplæring', 'Non-formal training', CONTACT),
  ELGS_IM: code('Elev i grunnskolen – OT jobber forebyggende', 'Lower secondary pupil – OT works preventively'),
  ELVG_IM: code('Elev, lærling m.fl. – OT jobber forebyggende', 'Pupil, apprentice etc. – OT works preventively'),
  OTFA_IM: code('Flyttet til annet fylke', 'Moved to another county'),
  OTFU_IM: code('Flyttet til utlandet', 'Moved abroad'),
  Feil: code('Registrert i OT ved en feil', 'Registered with OT by mistake'),
  OTAR_IM: code('Er i arbeid', 'In work already'),
  OTEV_IM: code('Er elev', 'Pupil already'),
  OTVF_IM: code('Er elev ved en privat videregående skole', 'Pupil at a private school already'),
  OTLL_IM: code('Er lærling/lærekandidat/praksisbrevkandidat', 'Apprentice or candidate already'),
};
