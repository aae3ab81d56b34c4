import { countyOn } from '@samspor/domain';
import type { StatusReport } from '@samspor/projections';

/** A line of a printed status report. */
export interface StatusRow {
  readonly kind: 'total' | 'category' | 'item';
  /** Number of the category and of the item in it, as printed: never to be used as a key. */
  readonly categoryNo?: number;
  readonly categoryNb?: string;
  readonly itemNo?: number;
  readonly itemNb?: string;
  readonly count: number;
  /** The whole that it is a part of. */
  readonly of?: number;
  readonly code?: string;
}

type Group = StatusReport['groups'][number];

const rowsOfGroup = ({ labelNb, count, items }: Group, no: number, total: number): readonly StatusRow[] => {
  const category = { categoryNo: no, categoryNb: labelNb };
  const only = items.length === 1 ? items[0] : undefined;
  const parts = only
    ? []
    : items.map(({ labelNb: itemNb, count: part, code }, index) => ({ itemNo: index + 1, itemNb, count: part, of: count, code }));
  return [
    { kind: 'category', ...category, count, of: total, ...(only && { code: only.code }) },
    ...parts.map((part) => ({ kind: 'item' as const, ...category, ...part })),
  ];
};

/** Those who do not belong to the target group are told of only where there are any. */
const isPrinted = ({ group, count }: Group): boolean => group !== 'not-in-target-group' || count > 0;

/** The report line by line: the whole, its categories, and their items where there is more than one. */
export const statusRows = ({ total, groups }: StatusReport): readonly StatusRow[] => [
  { kind: 'total', itemNb: 'Tilsammen ungdommer', count: total },
  ...groups.filter(isPrinted).flatMap((group, index) => rowsOfGroup(group, index + 1, total)),
];

/** The county's name on the day, else its number. */
export const countyNameOf = ({ county, asOf }: StatusReport): string => countyOn(county, asOf)?.name ?? county;
