import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Principal, findPermit, isVisible, youthPolicies } from '@samspor/access';
import { Hub, type YouthCase, fixedOn, statusFor } from '@samspor/casework';
import { type ContactRole, municipalityOn, trekantRoles } from '@samspor/domain';
import {
  type CoordinationDocument,
  type WorklistDocument,
  contactDirectoryView,
  coordinationView,
  worklistView,
} from '@samspor/projections';
import type { ContactsAnswer, FixedContactAnswer, OverviewAnswer, OverviewRow } from './municipality.answers.dto.js';

/** The youths of a municipality that a reader may see. */
export class GetOverview extends Query<OverviewAnswer> {
  constructor(
    readonly municipality: string,
    readonly principal: Principal,
    readonly cursor?: string,
  ) {
    super();
  }
}

/** The fixed contact persons of a municipality. */
export class GetContacts extends Query<ContactsAnswer> {
  constructor(readonly municipality: string) {
    super();
  }
}

const pageSize = 100;

type Due = Pick<WorklistDocument, 'nextDueOn'>;

const nextDueIn = (list: WorklistDocument | undefined): Due => (list?.nextDueOn === undefined ? {} : { nextDueOn: list.nextDueOn });

@QueryHandler(GetOverview)
export class GetOverviewHandler implements IQueryHandler<GetOverview> {
  constructor(private readonly hub: Hub) {}

  async execute({ municipality, principal, cursor }: GetOverview): Promise<OverviewAnswer> {
    const { documents, next } = await this.hub.views.find(coordinationView, {
      field: 'municipality',
      value: municipality,
      limit: pageSize,
      ...(cursor !== undefined && { afterKey: cursor }),
    });
    const cases = await this.hub.cases.findMany(documents.map(({ key }) => key));
    const lists = await this.hub.views.getMany(
      worklistView,
      documents.map(({ key }) => key),
    );
    const rows = documents.map(async ({ key, doc }) => {
      const youth = cases.get(key);
      return youth && this.row({ ...doc, ...nextDueIn(lists.get(key)) }, youth, principal);
    });
    const shown = (await Promise.all(rows)).filter((row) => row !== undefined);
    return {
      municipality,
      name: nameOf(municipality, this.hub.today()),
      youths: shown,
      ...(next !== undefined && shown.length > 0 && { next }),
    };
  }

  private async row(doc: CoordinationDocument & Due, youth: YouthCase, principal: Principal): Promise<OverviewRow | undefined> {
    if (!findPermit(youthPolicies, principal, youth.facts)) return undefined;
    const card = await this.hub.cases.card(doc.youthId);
    const { name } = await this.hub.disclosure.open(card?.identity);
    const fixed = fixedOn(youth.directory, this.hub.today()).map(({ role }) => role);
    return {
      youthId: doc.youthId,
      ...(typeof name === 'string' && { name }),
      ...statusFor(doc, youth, principal.agency, this.hub.today()),
      ...(doc.coordinator && { coordinator: doc.coordinator.agency }),
      missing: trekantRoles.filter((role) => doc.holders[role] === undefined && !fixed.includes(role)),
      openReferrals: doc.referrals.filter((referral) => this.concerns(principal, referral, youth)).length,
      measures: doc.measures.map(({ kind, code, to }) => ({ kind, ...(code !== undefined && { code }), ...(to !== undefined && { to }) })),
      ...(doc.nextDueOn !== undefined && { nextDeadlineOn: doc.nextDueOn }),
    };
  }

  /** A referral is counted only for those who may know of it. */
  private concerns({ agency }: Principal, { from, to }: CoordinationDocument['referrals'][number], { access }: YouthCase): boolean {
    return isVisible({ owner: from, category: 'follow-up', sensitivity: 'S2', addressedTo: [to] }, agency, access, this.hub.today());
  }
}

@QueryHandler(GetContacts)
export class GetContactsHandler implements IQueryHandler<GetContacts> {
  constructor(private readonly hub: Hub) {}

  async execute({ municipality }: GetContacts): Promise<ContactsAnswer> {
    const today = this.hub.today();
    const fixed = fixedOn(await this.hub.views.get(contactDirectoryView, municipality), today);
    const roles: readonly ContactRole[] = [
      ...trekantRoles,
      ...fixed.map(({ role }) => role).filter((role) => !trekantRoles.some((corner) => corner === role)),
    ];
    const contacts = await Promise.all(roles.map((role) => this.contact(role, fixed)));
    const missing = contacts.filter(({ person }) => person === undefined).map(({ role }) => role);
    return { municipality, name: nameOf(municipality, today), contacts, missing };
  }

  private async contact(role: ContactRole, fixed: ReturnType<typeof fixedOn>): Promise<FixedContactAnswer> {
    const holder = fixed.find((person) => person.role === role);
    if (holder === undefined) return { role };
    const { name, phone, email } = await this.hub.disclosure.open(holder.person);
    return {
      role,
      person: {
        personId: holder.personId,
        unit: holder.unit,
        ...(typeof name === 'string' && { name }),
        ...(typeof phone === 'string' && { phone }),
        ...(typeof email === 'string' && { email }),
      },
    };
  }
}

const nameOf = (municipality: string, today: string): string => municipalityOn(municipality, today)?.name ?? municipality;
