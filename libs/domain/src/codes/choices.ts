import type { Choice } from './dated.js';

const choice = <Code extends string>(code: Code, labelNb: string, labelEn: string): Choice<Code> => ({ code, labelNb, labelEn });

/** The choice with this code. */
export const findChoice = <Code extends string>(choices: readonly Choice<Code>[], code: string): Choice<Code> | undefined =>
  choices.find((known) => known.code === code);

/** Why a membership of the target group ends (catalogue no. 7; names PROP). */
export const membershipCloseReasons = [
  choice('age', 'Over aldersgrensen', 'Past the age limit'),
  choice('competence', 'Oppnådd kompetanse', 'Qualification reached'),
  choice('moved', 'Flyttet', 'Moved'),
  choice('mistake', 'Registrert ved en feil', 'Registered by mistake'),
  choice('in_school', 'I skole eller lære', 'In school or apprenticeship'),
  choice('in_work', 'I arbeid', 'In work'),
] as const;

/** Why a youth is referred to another agency. PROP: no source lists them. */
export const referralReasons = [
  choice('needs-measure', 'Trenger et tiltak', 'Needs a measure'),
  choice('needs-work-support', 'Trenger hjelp til å få arbeid', 'Needs help to get work'),
  choice('needs-guidance', 'Trenger veiledning', 'Needs guidance'),
  choice('needs-expert-assessment', 'Trenger sakkunnig vurdering', 'Needs an expert assessment'),
  choice('needs-income', 'Trenger råd om økonomi', 'Needs help with money'),
  choice('needs-housing', 'Trenger hjelp med bolig', 'Needs help with housing'),
  choice('needs-health-service', 'Trenger helsetjenester', 'Needs health services'),
  choice('left-school', 'Har sluttet på skolen', 'Has left school'),
  choice('at-risk-of-leaving', 'Står i fare for å slutte', 'At risk of leaving school'),
  choice('no-apprenticeship', 'Mangler læreplass', 'Has no apprenticeship'),
  choice('other', 'Annet', 'Other'),
] as const;

/** Why a referral is returned. PROP: no source lists them. */
export const returnReasons = [
  choice('not-our-task', 'Ikke vår oppgave', 'Not our task'),
  choice('not-our-area', 'Hører til et annet kontor', 'Belongs to another office'),
  choice('missing-information', 'Mangler opplysninger', 'Information is missing'),
  choice('missing-consent', 'Mangler samtykke', 'Consent is missing'),
  choice('already-followed-up', 'Følges opp hos oss allerede', 'Is followed up by us already'),
  choice('youth-declined', 'Ungdommen ønsker det ikke', 'The youth does not want it'),
  choice('no-suitable-offer', 'Har ikke et egnet tilbud', 'No suitable offer'),
  choice('other', 'Annet', 'Other'),
] as const;

/** How a measure ended (catalogue no. 46). */
export const measureOutcomes = [
  choice('completed', 'Fullført', 'Completed'),
  choice('quit', 'Avbrutt', 'Quit'),
  choice('work', 'Gått over i arbeid', 'Went on to work'),
  choice('school', 'Gått over i skole eller lære', 'Went on to school or apprenticeship'),
] as const;

/** Why school or apprenticeship was interrupted. PROP: no source lists them. Health is left out: it belongs in a sealed note. */
export const interruptionCauses = [
  choice('wrong-programme', 'Feilvalg', 'Wrong programme'),
  choice('motivation', 'Mangler motivasjon', 'Lacks motivation'),
  choice('results', 'Faglige vansker', 'Difficulties with the subjects'),
  choice('wellbeing', 'Trives ikke', 'Does not thrive'),
  choice('absence', 'Stort fravær', 'Much absence'),
  choice('work', 'Fikk arbeid', 'Got work'),
  choice('moved', 'Flyttet', 'Moved'),
  choice('contract-terminated', 'Lærekontrakten er hevet', 'The apprenticeship contract was terminated'),
  choice('personal', 'Personlige forhold', 'Personal matters'),
  choice('unknown', 'Ukjent', 'Unknown'),
] as const;

/** Municipal services that a youth may be referred to. PROP: no source lists them. */
export const municipalServices = [
  choice('youth-health-centre', 'Helsestasjon for ungdom', 'Youth health centre'),
  choice('psychologist', 'Kommunepsykolog', 'Municipal psychologist'),
  choice('mental-health-and-substance-use', 'Psykisk helse og rus', 'Mental health and substance use'),
  choice('social-services', 'Sosiale tjenester', 'Social services'),
  choice('housing', 'Boligkontor', 'Housing office'),
  choice('money-advice', 'Økonomi- og gjeldsrådgivning', 'Money and debt advice'),
  choice('outreach', 'Oppsøkende ungdomstjeneste', 'Youth outreach'),
  choice('leisure', 'Fritid og ungdomsklubb', 'Leisure and youth club'),
  choice('volunteer-centre', 'Frivilligsentral', 'Volunteer centre'),
  choice('refugee-service', 'Flyktningtjenesten', 'Refugee service'),
] as const;

/** What a referral to NAV asks for. PROP: no source lists it. */
export const wantedHelp = [
  choice('guidance', 'Veiledning', 'Guidance'),
  choice('measure', 'Tiltak', 'A measure'),
  choice('work', 'Hjelp til å få arbeid', 'Help to get work'),
  choice('combined', 'Kombinasjon av opplæring og tiltak', 'Training and measure combined'),
] as const;
