import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Principal, findPermit, youthPolicies } from '@samspor/access';
import { Hub, type YouthCase, statusFor } from '@samspor/casework';
import type { Day } from '@samspor/domain';
import { type WorklistDocument, worklistView } from '@samspor/projections';
import type { DeadlineAnswer, WorklistAnswer, WorklistRow } from './worklist.answers.dto.js';

/** The youths of a person or an office, with what is due. */
export class GetWorklist extends Query<WorklistAnswer> {
  constructor(
    readonly principal: Principal,
    readonly of: 'me' | 'unit',
  ) {
    super();
  }
}

const pageSize = 100;
const longestList = 500;

@QueryHandler(GetWorklist)
export class GetWorklistHandler implements IQueryHandler<GetWorklist> {
  constructor(private readonly hub: Hub) {}

  async execute({ principal, of }: GetWorklist): Promise<WorklistAnswer> {
    const cases = await this.found(of === 'me' ? 'person' : 'unit', of === 'me' ? principal.id : principal.unit);
    const lists = await this.hub.views.getMany(
      worklistView,
      cases.map(({ youthId }) => youthId),
    );
    const rows = await Promise.all(cases.map((youth) => this.row(lists.get(youth.youthId), youth, principal)));
    return { youths: rows.filter((row) => row !== undefined).toSorted(byNextDeadline) };
  }

  private async found(field: 'person' | 'unit', value: string): Promise<readonly YouthCase[]> {
    const all: YouthCase[] = [];
    let afterKey: string | undefined;
    do {
      const { cases, next } = await this.hub.cases.page({ field, value, limit: pageSize, ...(afterKey !== undefined && { afterKey }) });
      all.push(...cases);
      afterKey = next;
    } while (afterKey !== undefined && all.length < longestList);
    return all;
  }

  private async row(doc: WorklistDocument | undefined, youth: YouthCase, principal: Principal): Promise<WorklistRow | undefined> {
    if (doc === undefined || !findPermit(youthPolicies, principal, youth.facts)) return undefined;
    const today = this.hub.today();
    const deadlines = doc.deadlines
      .filter(({ agencies }) => agencies.includes(principal.agency))
      .map((deadline) => answerFrom(deadline, today));
    const sorted = deadlines.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    const card = await this.hub.cases.card(doc.youthId);
    const { name } = await this.hub.disclosure.open(card?.identity);
    return {
      youthId: doc.youthId,
      ...(typeof name === 'string' && { name }),
      municipality: youth.access.municipality,
      ...statusFor(doc, youth, principal.agency, today),
      ...(sorted[0] && { next: sorted[0] }),
      deadlines: sorted,
    };
  }
}

const answerFrom = ({ kind, dueOn, asks, agencies }: WorklistDocument['deadlines'][number], today: Day): DeadlineAnswer => ({
  kind,
  dueOn,
  asks: asks.en,
  asksNb: asks.nb,
  forAgencies: agencies,
  overdue: dueOn < today,
});

const last = '9999-12-31';
const byNextDeadline = (a: WorklistRow, b: WorklistRow): number => ((a.next?.dueOn ?? last) < (b.next?.dueOn ?? last) ? -1 : 1);
