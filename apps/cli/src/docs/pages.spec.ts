import type { AnyRule } from '@samspor/domain';
import { eventsPage } from './events-page.js';
import { rulesPage } from './rules-page.js';

const rule = (id: string, code: string): AnyRule => ({ id, code, kind: 'LAW', source: `source of ${id}`, says: `${id} holds | always.` });

const page = rulesPage([
  {
    name: 'a thing',
    always: [rule('R03', 'FIRST_OF_ALL')],
    decisions: {
      MakeIt: { does: 'Makes it.', by: ['OT', 'NAV'], rules: [rule('R10', 'MAY_BE_MADE'), rule('R02', 'IS_WHOLE')] },
      BreakIt: { does: 'Breaks it.', by: ['OT'], rules: [rule('R02', 'IS_WHOLE')], flags: [rule('R10', 'IN_TIME')] },
      LeaveIt: { does: 'Leaves it.', by: ['KOM'], rules: [] },
    },
  },
]);
const rows = page.split('\n').filter((line) => line.startsWith('| '));

describe('docs/rules.md', () => {
  it('has each rule once, by number, with all that it guards', () => {
    const ids = rows.filter((row) => row.startsWith('| R')).map((row) => row.split(' | ').slice(0, 2).join(' '));
    expect(ids).toEqual([
      '| R02 `IS_WHOLE`',
      '| R03 `FIRST_OF_ALL`',
      '| R10 `IN_TIME`',
      '| R10 `MAY_BE_MADE`',
      '| R51 `AGENCY_MAY_NOT_APPEND`',
    ]);
    expect(rows).toContain('| R02 | `IS_WHOLE` | LAW | R02 holds \\| always. | source of R02 | `MakeIt`, `BreakIt` |');
    expect(rows).toContain('| R10 | `IN_TIME` | LAW | R10 holds \\| always. | source of R10 | flags `BreakIt` |');
    expect(rows.find((row) => row.includes('R03'))).toContain('every command to a thing');
  });

  it('has each command with its rules in order', () => {
    expect(rows).toContain('| `MakeIt` | Makes it. | `OT`, `NAV` | R10, R02 |');
    expect(rows).toContain('| `BreakIt` | Breaks it. | `OT` | R02, R10 (flag) |');
    expect(rows).toContain('| `LeaveIt` | Leaves it. | `KOM` | – |');
  });
});

describe('docs/events.md', () => {
  it('has each event with who may append it and what is sealed', () => {
    const events = {
      ItWasMade: { term: 'laget', mayAppend: ['OT', 'NAV'], category: 'contact', sensitivity: 'S2', personal: ['note'], schemaVersion: 1 },
    } as const;
    expect(eventsPage([{ name: 'a thing', events }])).toContain('| `ItWasMade` | laget | `OT`, `NAV` | contact | S2 | `note` | 1 |');
  });
});
