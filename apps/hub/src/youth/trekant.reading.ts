import { isVisible } from '@samspor/access';
import { type Hub, type YouthCase, fixedOn, statusFor } from '@samspor/casework';
import { type ContactRole, municipalityOn, trekantRoles } from '@samspor/domain';
import type { Personal } from '@samspor/privacy';
import { type SealedRef, type TrekantDocument, ViewStoreUnavailable } from '@samspor/projections';
import type { Reader } from '../reader.js';
import type { CornerAnswer, PersonAnswer, TrekantAnswer } from './youth.answers.dto.js';

interface Holder {
  readonly personId: string;
  readonly unit: string;
  readonly person?: SealedRef | undefined;
}

/** The trekant of one youth as one reader may see it. */
export class TrekantReading {
  constructor(private readonly hub: Hub) {}

  async of({ principal, youth }: Reader): Promise<TrekantAnswer> {
    const shown = await this.hub.cases.shownCard(youth.youthId);
    if (shown === undefined) throw new ViewStoreUnavailable('The youth card is behind what access is decided on.');
    const { card, revision, position } = shown;
    const today = this.hub.today();
    const corners = await Promise.all(this.rolesFor(card, { principal, youth }).map((role) => this.corner(role, card, youth)));
    const missing = corners.filter(({ role, source }) => isCorner(role) && source === 'vacant').map(({ role }) => role);
    const { name } = await this.hub.disclosure.open(card.identity);
    const details = await Promise.all(card.contactDetails.map((ref) => this.hub.disclosure.open(ref)));
    const { phone, email } = Object.assign({}, ...details) as Personal;
    return {
      youthId: card.youthId,
      ...textFields({ name, phone, email }),
      birthDate: card.birthDate,
      municipality: card.municipality,
      municipalityName: municipalityOn(card.municipality, today)?.name ?? card.municipality,
      corners,
      complete: missing.length === 0,
      missing,
      ...(card.coordinator && { coordinator: card.coordinator }),
      ...(card.membership && { membership: card.membership }),
      ...statusFor(card, youth, principal.agency, today),
      revision,
      position: String(position),
    };
  }

  /** The three corners always; PPT and barnevern only for those who may know that they are there. */
  private rolesFor(card: TrekantDocument, { principal, youth: { access } }: Pick<Reader, 'principal' | 'youth'>): readonly ContactRole[] {
    const others = (['PPT', 'BV'] as const).filter(
      (role) =>
        card.holders[role] !== undefined &&
        isVisible(
          { owner: role, category: 'coordination', sensitivity: 'S1', addressedTo: [] },
          principal.agency,
          access,
          this.hub.today(),
        ),
    );
    return [...trekantRoles, ...others];
  }

  private async corner(role: ContactRole, card: TrekantDocument, { directory }: YouthCase): Promise<CornerAnswer> {
    const deputy = card.deputies[role];
    const named = card.holders[role];
    const fixed = fixedOn(directory, this.hub.today()).find((person) => person.role === role);
    const holder = named ?? fixed;
    return {
      role,
      source: named ? 'named' : fixed ? 'municipality' : 'vacant',
      ...(holder && { person: await this.person(holder) }),
      ...(deputy && { deputy: await this.person(deputy) }),
    };
  }

  private async person({ personId, unit, person }: Holder): Promise<PersonAnswer> {
    return { personId, unit, ...textFields(await this.hub.disclosure.open(person)) };
  }
}

const isCorner = (role: ContactRole): boolean => trekantRoles.some((corner) => corner === role);

/** The fields that are there and are texts. */
const textFields = ({ name, phone, email }: Readonly<Record<string, unknown>>): Pick<PersonAnswer, 'name' | 'phone' | 'email'> => ({
  ...(typeof name === 'string' && { name }),
  ...(typeof phone === 'string' && { phone }),
  ...(typeof email === 'string' && { email }),
});
