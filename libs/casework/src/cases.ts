import type { CaseFacts } from '@samspor/access';
import type { Day } from '@samspor/domain';
import {
  type AccessDocument,
  type DirectoryDocument,
  type History,
  type TrekantDocument,
  type ViewStore,
  accessView,
  contactDirectoryView,
  trekantView,
  youthStreamOf,
} from '@samspor/projections';

/** A youth as the access policies see it. */
export interface YouthCase {
  readonly youthId: string;
  readonly access: AccessDocument;
  /** Of the municipality where the youth lives; absent where no agreement has named anybody. */
  readonly directory?: DirectoryDocument;
  readonly facts: CaseFacts;
}

/** A youth card, with how far in the youth's stream it has come. */
export interface ShownCard {
  readonly card: TrekantDocument;
  readonly revision: number;
  readonly position: bigint;
}

/** What is looked at for every request. */
export const viewsAtHand: readonly string[] = [accessView.name, contactDirectoryView.name];

/** Youths by what the views know of them: who has a case, and who is in the trekant. */
export class Cases {
  constructor(
    private readonly views: ViewStore,
    private readonly history: History,
    private readonly today: () => Day,
  ) {}

  async find(youthId: string): Promise<YouthCase | undefined> {
    const access = await this.views.look(accessView, youthId);
    return access && caseOf(access, await this.views.look(contactDirectoryView, access.municipality), this.today());
  }

  /** The youth card, for who may see it. */
  async card(youthId: string): Promise<TrekantDocument | undefined> {
    return this.views.get(trekantView, youthId);
  }

  /** The youth card as it is now; it may show more than it says that it has seen, and never less. */
  async shownCard(youthId: string): Promise<ShownCard | undefined> {
    const stream = youthStreamOf(youthId);
    const isSeen = await this.#cardsHaveSeen(stream);
    const card = await this.card(youthId);
    const last = card && (await this.history.lastSeen(stream, isSeen));
    return card && last && { card, revision: last.revision, position: last.position };
  }

  /** The youths whom a professional is named for, or whom an office has a case with. */
  async page(by: { readonly field: 'person' | 'unit'; readonly value: string; readonly afterKey?: string; readonly limit: number }) {
    const { documents, next } = await this.views.find(accessView, by);
    return { cases: await this.#casesOf(documents.map(({ doc }) => doc)), ...(next !== undefined && { next }) };
  }

  /** Those of many that are known, by youth. */
  async findMany(youthIds: readonly string[]): Promise<ReadonlyMap<string, YouthCase>> {
    const found = await Promise.all(youthIds.map((youthId) => this.views.look(accessView, youthId)));
    const cases = await this.#casesOf(found.filter((access) => access !== undefined));
    return new Map(cases.map((youth) => [youth.youthId, youth]));
  }

  /** What the cards have seen of a stream: nothing from an event on that could not be folded. */
  async #cardsHaveSeen(stream: string): Promise<(position: bigint) => boolean> {
    const live = (await this.views.generations(trekantView.name)).find(({ state }) => state === 'live');
    const parked = live && (await this.views.parked(live)).find((aside) => aside.stream === stream);
    const { checkpoint = -1n } = live ?? {};
    return (position) => position <= checkpoint && (parked === undefined || position < parked.position);
  }

  async #casesOf(known: readonly AccessDocument[]): Promise<readonly YouthCase[]> {
    const directories = new Map<string, DirectoryDocument | undefined>();
    for (const municipality of new Set(known.map((access) => access.municipality)))
      directories.set(municipality, await this.views.look(contactDirectoryView, municipality));
    const today = this.today();
    return known.map((access) => caseOf(access, directories.get(access.municipality), today));
  }
}

const caseOf = (access: AccessDocument, directory: DirectoryDocument | undefined, today: Day): YouthCase => ({
  youthId: access.youthId,
  access,
  ...(directory && { directory }),
  facts: factsOf(access, directory, today),
});

/** The municipality's fixed contact persons on the day. */
export const fixedOn = (directory: DirectoryDocument | undefined, day: Day) =>
  (directory?.persons ?? []).filter(({ from, to }) => from <= day && (to === undefined || day < to));

const factsOf = (
  { municipality, cases, people, consents }: AccessDocument,
  directory: DirectoryDocument | undefined,
  today: Day,
): CaseFacts => ({
  municipality,
  cases,
  people,
  fixedPeople: fixedOn(directory, today).map(({ personId }) => personId),
  consents,
});
