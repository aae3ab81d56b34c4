import { recordRules } from './record/record.rules.js';
import type { DecisionContext } from './youth.context.js';
import { youthDecisions } from './youth.decider.js';
import type { Youth, YouthCommand } from './youth.state.js';
import { agencyMayAppend } from '../kernel/decisions.js';
import type { AnyRule, Rule } from '../kernel/rule.js';

type YouthRule = Rule<Youth, YouthCommand, DecisionContext>;

/** Whether an actor can give a command now; when not, the rule in the way and what would open it. */
export interface OpenCommand {
  readonly command: YouthCommand['type'];
  readonly does: string;
  readonly open: boolean;
  /** Ids that the command can be given for (open referrals, running measures …), when it needs one. */
  readonly choices?: { readonly field: string; readonly ids: readonly string[] };
  readonly rule?: AnyRule;
  readonly remedy?: string;
}

/** A rule asked for something that only the command's author can say. */
class DependsOnAuthor extends Error {}

/** Fields that point at something in the youth's own stream. */
const references: Readonly<Record<string, (youth: Youth) => readonly string[]>> = {
  referralId: ({ referral }) => referral.referrals.map(({ referralId }) => referralId),
  measureId: ({ measures }) => measures.measures.map(({ measureId }) => measureId),
  consentId: ({ consent }) => consent.consents.map(({ consentId }) => consentId),
  attemptId: ({ contact }) => contact.attempts.flatMap(({ attemptId }) => attemptId ?? []),
  offerId: ({ schoolAndWork }) => schoolAndWork.openOffers,
};

/** A command of which only the type, and at most one reference, is known: a rule that reads anything else cannot be judged. */
const outline = (type: YouthCommand['type'], asked: Set<string>, reference?: string): YouthCommand => {
  const read = (_target: object, field: string | symbol): unknown => {
    if (field === 'on') return undefined;
    if (typeof field === 'string' && field in references) {
      asked.add(field);
      return reference ?? '';
    }
    throw new DependsOnAuthor();
  };
  return { type, data: new Proxy({}, { get: read, has: read as (target: object, field: string | symbol) => boolean }) } as YouthCommand;
};

const judged = <Value>(judge: () => Value, otherwise: Value): Value => {
  try {
    return judge();
  } catch (error) {
    if (error instanceof DependsOnAuthor) return otherwise;
    throw error;
  }
};

interface Verdict {
  readonly broken?: YouthRule;
  readonly remedy?: string;
}

const verdictOn = (command: YouthCommand, youth: Youth, context: DecisionContext): Verdict => {
  const rules = [...recordRules, ...youthDecisions[command.type].rules] as readonly YouthRule[];
  const broken = rules.find((rule) => !judged(() => rule.holds(youth, command, context), true));
  return broken ? { broken, remedy: judged(() => broken.remedy(youth, command, context), broken.says) } : {};
};

const judgeOne = (type: YouthCommand['type'], youth: Youth, context: DecisionContext): OpenCommand => {
  const { does, by } = youthDecisions[type];
  if (!by.includes(context.actor.agency)) {
    return { command: type, does, open: false, rule: agencyMayAppend, remedy: `This is for ${by.join(', ')}; ask them to record it.` };
  }
  const asked = new Set<string>();
  const plain = verdictOn(outline(type, asked), youth, context);
  const field = [...asked][0];
  if (field === undefined) return answer(type, does, plain);
  const ids = references[field]?.(youth) ?? [];
  const open = ids.filter((id) => verdictOn(outline(type, asked, id), youth, context).broken === undefined);
  return open.length > 0 ? { command: type, does, open: true, choices: { field, ids: open } } : answer(type, does, plain);
};

const answer = (command: YouthCommand['type'], does: string, { broken, remedy }: Verdict): OpenCommand => {
  if (broken === undefined) return { command, does, open: true };
  const { id, code, kind, source, says } = broken;
  return { command, does, open: false, rule: { id, code, kind, source, says }, remedy: remedy ?? says };
};

/** Every command of a youth's stream, open ones first, as this actor stands today. */
export const openCommands = (youth: Youth, context: DecisionContext): readonly OpenCommand[] => {
  const all = (Object.keys(youthDecisions) as YouthCommand['type'][]).map((type) => judgeOne(type, youth, context));
  return [...all.filter(({ open }) => open), ...all.filter(({ open }) => !open)];
};
