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

/** What is looked at for every request. */
export const viewsAtHand: readonly string[] = [trekantView.name, contactDirectoryView.name];

/** Youths by what the views know of them: who has a case, and who is in the trekant. */
export class Cases {
  constructor(
    private readonly views: ViewStore,
    private readonly today: () => Day,
  ) {}

  async find(youthId: string): Promise<YouthCase | undefined> {
    const card = await this.views.look(trekantView, youthId);
    return card && caseOf(card, await this.views.look(contactDirectoryView, card.municipality), this.today());
  }

  /** Those of many that are known, by youth; what is looked up for a municipality is looked up once. */
  async findMany(youthIds: readonly string[]): Promise<ReadonlyMap<string, YouthCase>> {
    const found = await Promise.all(youthIds.map((youthId) => this.views.look(trekantView, youthId)));
    const cards = found.filter((card) => card !== undefined);
    const directories = new Map<string, DirectoryDocument | undefined>();
    for (const municipality of new Set(cards.map((card) => card.municipality)))
      directories.set(municipality, await this.views.look(contactDirectoryView, municipality));
    const today = this.today();
    return new Map(cards.map((card) => [card.youthId, caseOf(card, directories.get(card.municipality), today)]));
  }
}

const caseOf = (card: TrekantDocument, directory: DirectoryDocument | undefined, today: Day): YouthCase => ({
  youthId: card.youthId,
  card,
  ...(directory && { directory }),
  facts: factsOf(card, directory, today),
});

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
