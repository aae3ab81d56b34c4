import type { CaseFacts } from '@samspor/access';
import type { Day } from '@samspor/domain';
import { type DirectoryDocument, type TrekantDocument, type ViewStore, contactDirectoryView, trekantView } from '@samspor/projections';

/** A youth as the access policies and the views see it. */
export interface YouthCase {
  readonly youthId: string;
  readonly card: TrekantDocument;
  /** Of the municipality where the youth lives; absent where no agreement has named anybody. */
  readonly directory?: DirectoryDocument;
  readonly facts: CaseFacts;
}

/** Youths by what the views know of them: who has a case, and who is in the trekant. */
export class Cases {
  constructor(
    private readonly views: ViewStore,
    private readonly today: () => Day,
  ) {}

  async find(youthId: string): Promise<YouthCase | undefined> {
    const card = await this.views.look(trekantView, youthId);
    return card && this.withDirectory(card);
  }

  async withDirectory(card: TrekantDocument): Promise<YouthCase> {
    const directory = await this.views.look(contactDirectoryView, card.municipality);
    return { youthId: card.youthId, card, ...(directory && { directory }), facts: factsOf(card, directory, this.today()) };
  }
}

/** The municipality's fixed contact persons on the day. */
export const fixedOn = (directory: DirectoryDocument | undefined, day: Day) =>
  (directory?.persons ?? []).filter(({ from, to }) => from <= day && (to === undefined || day < to));

const factsOf = (card: TrekantDocument, directory: DirectoryDocument | undefined, today: Day): CaseFacts => ({
  municipality: card.municipality,
  cases: card.cases,
  people: card.people,
  fixedPeople: fixedOn(directory, today).map(({ personId }) => personId),
  consents: card.consents,
});
