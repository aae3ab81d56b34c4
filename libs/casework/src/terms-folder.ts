import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Terms } from '@samspor/domain';
import { Ajv, type ErrorObject } from 'ajv';

/** A terms file cannot be used; names the file, the field and what it must be. */
export class TermsRefused extends Error {
  override readonly name = 'TermsRefused';
}

const schemaFile = 'terms.schema.json';

const read = (folder: string, file: string): Record<string, unknown> => {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new TermsRefused(`${join(folder, file)} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
};

const saying = ({ instancePath, message, params }: ErrorObject): string => {
  const field = instancePath === '' ? 'the file' : instancePath.slice(1).replaceAll('/', '.');
  const extra = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
  const allowed = 'allowedValues' in params ? ` (${(params['allowedValues'] as readonly string[]).join(', ')})` : '';
  return `${field} ${message ?? 'is wrong'}${extra}${allowed}`;
};

/** All terms in a folder by version, checked against the schema beside them. */
export const loadTerms = (folder: string): ReadonlyMap<string, Terms> => {
  const validate = new Ajv({ allErrors: true }).compile<Terms>(read(folder, schemaFile));
  const terms = new Map<string, Terms>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== schemaFile)) {
    const { $schema: _, ...content } = read(folder, file);
    const candidate: unknown = content;
    if (!validate(candidate)) throw new TermsRefused(`${join(folder, file)}: ${(validate.errors ?? []).map(saying).join('; ')}`);
    if (terms.has(candidate.version))
      throw new TermsRefused(`${join(folder, file)}: version ${candidate.version} stands in two files; give each its own.`);
    terms.set(candidate.version, candidate);
  }
  return terms;
};
