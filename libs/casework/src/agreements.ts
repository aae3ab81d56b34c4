import {
  type Agreement,
  type AgreementCommand,
  type AgreementContext,
  type AgreementEvent,
  type Day,
  type Terms,
  type TermsInForce,
  countyOf,
  defaultTerms,
  describeAgreementEvent,
  isInForce,
  termsFor,
} from '@samspor/domain';
import type { Streams, Told } from '@samspor/event-store';
import { type ViewStore, agreementView } from '@samspor/projections';
import { LRUCache } from 'lru-cache';
import type { Telling } from './telling.js';

const keptTerms = 5_000;

const streamOf = (agreementId: string): string => `agreement-${agreementId}`;

/** Cooperation agreements: told like youths, and asked for the terms that hold where a youth lives. */
export class Agreements {
  private readonly idsByCounty = new Map<string, readonly string[]>();
  /** Every command asks for them; put aside whole, so that what is still being looked up as agreements change is not kept. */
  private found = new LRUCache<string, Promise<TermsInForce>>({ max: keptTerms });
  /** Told in this process: they hold at once, also while the views have not seen them. */
  private readonly toldHere = new Map<string, Set<string>>();

  constructor(
    private readonly streams: Streams<Agreement, AgreementCommand, AgreementEvent, AgreementContext>,
    private readonly views: ViewStore,
  ) {}

  async tell(agreementId: string, command: AgreementCommand, telling: Telling): Promise<Told<AgreementEvent>> {
    const told = await this.streams.tell(this.request(agreementId, command, telling));
    const { signed } = (await this.streams.load(streamOf(agreementId))).state;
    if (signed) this.remember(signed.county, agreementId);
    return told;
  }

  consider(agreementId: string, command: AgreementCommand, telling: Telling) {
    return this.streams.consider(this.request(agreementId, command, telling));
  }

  async load(agreementId: string): Promise<Agreement> {
    return (await this.streams.load(streamOf(agreementId))).state;
  }

  /** A new or changed agreement has been seen by the views, perhaps told by another process. */
  forget(): void {
    this.idsByCounty.clear();
    this.found = new LRUCache({ max: keptTerms });
  }

  /**
   * The terms for a municipality on a day: of the agreement in force for its county, else the defaults. A running case keeps
   * the terms version it was decided under.
   */
  termsFor(municipality: string, on: Day, keptVersion = ''): Promise<TermsInForce> {
    const { found } = this;
    const key = `${municipality} ${on} ${keptVersion}`;
    const known = found.get(key);
    if (known) return known;
    const looked = this.lookUpTerms(municipality, on, keptVersion === '' ? undefined : keptVersion);
    found.set(key, looked);
    looked.catch(() => found.delete(key));
    return looked;
  }

  private async lookUpTerms(municipality: string, on: Day, keptVersion: string | undefined): Promise<TermsInForce> {
    const agreements = await this.ofCounty(countyOf(municipality, on) ?? municipality.slice(0, 2));
    const current = agreements.findLast((one) => isInForce(one, on));
    const inForce = current && termsFor(current, municipality, on);
    const kept = keptVersion === undefined ? undefined : findVersion(agreements, keptVersion, municipality, on);
    if (inForce === undefined) return { terms: kept ?? defaultTerms, fixedPersons: [] };
    return kept === undefined ? inForce : { ...inForce, terms: kept };
  }

  private request(
    agreementId: string,
    command: AgreementCommand,
    { today, commandId, correlationId, actor, newId, expectedRevision, fingerprint }: Telling,
  ) {
    const context: AgreementContext = { today, on: command.data.on ?? today, actor, newId };
    return {
      stream: streamOf(agreementId),
      subject: streamOf(agreementId),
      command,
      commandId,
      correlationId,
      actor,
      fingerprint,
      ...(expectedRevision !== undefined && { expectedRevision }),
      context: () => context,
      describe: describeAgreementEvent,
    };
  }

  /** Oldest first. */
  private async ofCounty(county: string): Promise<readonly Agreement[]> {
    const ids = this.idsByCounty.get(county) ?? (await this.lookUp(county));
    const agreements = await Promise.all(ids.map(async (id) => (await this.streams.load(streamOf(id))).state));
    return agreements.toSorted((a, b) => ((a.signed?.from ?? '') < (b.signed?.from ?? '') ? -1 : 1));
  }

  private async lookUp(county: string): Promise<readonly string[]> {
    const { documents } = await this.views.find(agreementView, { field: 'county', value: county, limit: 100 });
    const ids = [...new Set([...documents.map(({ key }) => key), ...(this.toldHere.get(county) ?? [])])];
    this.idsByCounty.set(county, ids);
    return ids;
  }

  private remember(county: string, agreementId: string): void {
    this.toldHere.set(county, (this.toldHere.get(county) ?? new Set()).add(agreementId));
    this.forget();
  }
}

const findVersion = (agreements: readonly Agreement[], version: string, municipality: string, on: Day): Terms | undefined => {
  const deciding = agreements.find(({ signed }) => signed?.terms.version === version);
  return deciding && termsFor(deciding, municipality, on)?.terms;
};
