import { type Agency, type ContactRole, type CoordinatorBasis, type DataOf, type YouthCommand, contactRoles } from '@samspor/domain';
import { CodeField, CodeNameField, NoteField, TextField, YesNoField } from '../../fields.js';
import { DatedDto } from '../../dated.dto.js';

type Body<Type extends YouthCommand['type']> = DataOf<YouthCommand, Type>;

const coordinating: readonly Agency[] = ['OT', 'NAV', 'KOM'];
const bases: readonly CoordinatorBasis[] = ['OPL_9_4', 'child-coordinator', 'individual-plan', 'agreement'];

/** A professional in a role; name, phone and e-mail are sealed. */
class ContactPersonDto extends DatedDto {
  @CodeField(contactRoles, { example: 'NAV' })
  readonly role: ContactRole;
  /** The id that the person signs in with. */
  @CodeNameField({ example: 'nav-ole' })
  readonly personId: string;
  @CodeNameField({ example: 'nav-5006' })
  readonly unit: string;
  @TextField(120, { example: 'Ole Demo-Sandvik' })
  readonly name: string;
  @TextField(30, { optional: true, example: '+47 400 00 002' })
  readonly phone?: string;
  @TextField(120, { optional: true, example: 'ole@example.no' })
  readonly email?: string;
}

export class AssignContactPersonDto extends ContactPersonDto implements Body<'AssignContactPerson'> {
  /** Deputy (stedfortreder) for the one who holds the role. */
  @YesNoField({ optional: true, example: false })
  readonly deputy?: boolean;
}

export class ReplaceContactPersonDto extends ContactPersonDto implements Body<'ReplaceContactPerson'> {
  /** Sealed. */
  @NoteField(2000, { optional: true, example: 'Ny veileder fra 1. april; saken er gjennomgått sammen.' })
  readonly handoverNote?: string;
}

export class ReleaseContactPersonDto extends DatedDto implements Body<'ReleaseContactPerson'> {
  @CodeField(contactRoles, { example: 'NAV' })
  readonly role: ContactRole;
  @YesNoField({ optional: true, example: false })
  readonly deputy?: boolean;
  @NoteField(500, { example: 'Har sluttet ved kontoret.' })
  readonly reason: string;
}

export class AppointCoordinatorDto extends DatedDto implements Body<'AppointCoordinator'> {
  @CodeField(coordinating)
  readonly agency: Agency;
  @CodeNameField({ example: 'ot-kari' })
  readonly personId: string;
  /** What makes somebody the coordinator. */
  @CodeField(bases)
  readonly basis: CoordinatorBasis;
}

export class OfferCoordinationDto extends DatedDto implements Body<'OfferCoordination'> {
  @CodeField(coordinating, { example: 'NAV' })
  readonly to: Agency;
  @CodeNameField({ example: 'nav-ole' })
  readonly personId: string;
  @NoteField(2000, { example: 'Tiltaket hos NAV er nå det som bærer planen.' })
  readonly reason: string;
}

export class AcceptCoordinationDto extends DatedDto implements Body<'AcceptCoordination'> {
  @CodeNameField({ example: 'nav-ole' })
  readonly personId: string;
}

export class DeclineCoordinationDto extends DatedDto implements Body<'DeclineCoordination'> {
  @NoteField(2000, { example: 'Kapasiteten er for liten før sommeren.' })
  readonly reason: string;
}
