import type { CaseFacts } from '@samspor/access';
import type { Day } from '@samspor/domain';
import {
  type AccessDocument,
  type DirectoryDocument,
  type TrekantDocument,
  type ViewStore,
  accessView,
  contactDirectoryView,
  trekantView,
} from '@samspor/projections';

/** A youth as the access policies see it. */
export interface YouthCase {
  readonly youthId: string;
  readonly access: AccessDocument;
  /** Of the municipality where the youth lives; absent where no agreement has named anybody. */
  readonly directory?: DirectoryDocument;
  readonly facts: CaseFacts;
}

/** What is looked at for every request or for every row of a list. */
export const viewsAtHand: readonly string[] = [accessView.name, contactDirectoryView.name, trekantView.name];

/** Youths by what the views know of them: who has a case, and who is in the trekant. */
export class Cases {
  constructor(
    private readonly views: ViewStore,
    private readonly today: () => Day,
  ) {}

  async find(youthId: string): Promise<YouthCase | undefined> {
    const access = await this.views.look(accessView, youthId);
    return access && caseOf(access, await this.views.look(contactDirectoryView, access.municipality), this.today());
  }

  /** The youth card, for who may see it. */
  async card(youthId: string): Promise<TrekantDocument | undefined> {
    return this.views.look(trekantView, youthId);
  }

  /** Those of many that are known, by youth; what is looked up for a municipality is looked up once. */
  async findMany(youthIds: readonly string[]): Promise<ReadonlyMap<string, YouthCase>> {
    const found = await Promise.all(youthIds.map((youthId) => this.views.look(accessView, youthId)));
    const known = found.filter((access) => access !== undefined);
    const directories = new Map<string, DirectoryDocument | undefined>();
    for (const municipality of new Set(known.map((access) => access.municipality)))
      directories.set(municipality, await this.views.look(contactDirectoryView, municipality));
    const today = this.today();
    return new Map(known.map((access) => [access.youthId, caseOf(access, directories.get(access.municipality), today)]));
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
