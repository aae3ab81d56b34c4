import type { Terms } from '@samspor/domain';

/** The terms that this installation knows, by version (deploy/terms). */
export class TermsFolder {
  constructor(private readonly byVersion: ReadonlyMap<string, Terms>) {}

  find(version: string): Terms | undefined {
    return this.byVersion.get(version);
  }

  versions(): readonly string[] {
    return [...this.byVersion.keys()];
  }
}
