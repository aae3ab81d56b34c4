import { Command, CommanderError } from 'commander';
import { addBackup } from './commands/backup.js';
import { addDemo } from './commands/demo.js';
import { addDocs } from './commands/docs.js';
import { addDoctor } from './commands/doctor.js';
import { addImport } from './commands/import.js';
import { addRebuild } from './commands/rebuild.js';
import { addReplay } from './commands/replay.js';
import { addReport } from './commands/report.js';
import { addRestore } from './commands/restore.js';
import { addToken } from './commands/token.js';
import { addVerify } from './commands/verify.js';
import { endWhenCut, note } from './output.js';
import { Misuse, exitCodes, tellingOf } from './refusal.js';

const program = new Command('samspor').description('Samspor for operators: load, report, rebuild, verify, back up, look.').exitOverride();

for (const add of [addDemo, addImport, addReport, addRebuild, addReplay, addVerify, addBackup, addRestore, addDoctor, addToken, addDocs])
  add(program);

const endWith = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  note(
    error instanceof Misuse
      ? error.message
      : (tellingOf(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))),
  );
  return error instanceof Misuse ? exitCodes.usage : exitCodes.refused;
};

endWhenCut();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = endWith(error);
}
