import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type AnyRule,
  type Decision,
  agencyMayAppend,
  agreementDecisions,
  agreementEvents,
  recordRules,
  youthDecisions,
  youthEvents,
} from '../index.js';

type AnyDecision = Pick<Decision<never, never, never, never>, 'does' | 'by'> & {
  readonly rules: readonly AnyRule[];
  readonly flags?: readonly AnyRule[];
};

const decisions = { ...youthDecisions, ...agreementDecisions } as unknown as Readonly<Record<string, AnyDecision>>;
const rules: readonly AnyRule[] = [
  agencyMayAppend,
  ...recordRules,
  ...Object.values(decisions).flatMap(({ rules: must, flags = [] }) => [...must, ...flags]),
];

const source = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const textOf = (wanted: (name: string) => boolean): readonly { readonly name: string; readonly text: string }[] =>
  files.filter(wanted).map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }));
const specs = textOf((name) => name.endsWith('.spec.ts') && !name.endsWith('rule-catalogue.spec.ts'));
const definitions = textOf((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));

/** The rules that the first product promises, of domain.md (b). */
const promised = [
  ['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12', 'R15', 'R16', 'R17', 'R18', 'R19', 'R20'],
  ['R21', 'R22', 'R23', 'R24', 'R25', 'R26', 'R27', 'R28', 'R29', 'R30', 'R31', 'R32', 'R33', 'R34', 'R35', 'R36'],
  ['R51', 'R52', 'R53', 'R54', 'R62', 'R64'],
].flat();

describe('the rule catalogue', () => {
  it.each(promised)('has %s', (id) => expect(rules.map((rule) => rule.id)).toContain(id));

  it('gives every rule a code, a kind, a source and a sentence that a caseworker can object to', () => {
    for (const { id, code, kind, source: from, says } of rules) {
      expect(id).toMatch(/^R\d{2,3}$/);
      expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
      expect(['LAW', 'AGR', 'PROP']).toContain(kind);
      expect(from.length).toBeGreaterThan(3);
      expect(says).toMatch(/^[A-Z].{15,}\.$/);
    }
  });

  it('says one thing under one code, wherever the rule stands', () => {
    const byCode = new Map<string, Set<string>>();
    for (const { id, code, says } of rules) byCode.set(code, (byCode.get(code) ?? new Set()).add(`${id} ${says}`));
    for (const [code, texts] of byCode) expect([code, texts.size]).toEqual([code, 1]);
  });

  it('defines every rule in exactly one file', () => {
    for (const id of new Set(rules.map((rule) => rule.id))) {
      const where = definitions.filter(({ text }) => text.includes(`id: '${id}'`)).map(({ name }) => name);
      expect([id, where.length]).toEqual([id, 1]);
    }
  });

  it('sees every code refused, or flagged, by name in a spec', () => {
    const unseen = [...new Set(rules.map(({ code }) => code))].filter((code) => !specs.some(({ text }) => text.includes(`'${code}'`)));
    expect(unseen).toEqual([]);
  });
});

describe('the decisions', () => {
  it('are each described in a sentence', () => {
    for (const [type, { does }] of Object.entries(decisions)) expect([type, /^[A-Z].{10,}\.$/.test(does)]).toEqual([type, true]);
  });

  it('are given only by agencies that append something', () => {
    const appenders = new Set(Object.values({ ...youthEvents, ...agreementEvents }).flatMap(({ mayAppend }) => mayAppend));
    for (const [type, { by }] of Object.entries(decisions))
      expect([type, by.length > 0 && by.every((agency) => appenders.has(agency))]).toEqual([type, true]);
  });
});
