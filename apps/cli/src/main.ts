import { Command, CommanderError } from 'commander';
import { addDemo } from './commands/demo.js';
import { addDocs } from './commands/docs.js';
import { addImport } from './commands/import.js';
import { addRebuild } from './commands/rebuild.js';
import { addReport } from './commands/report.js';
import { addToken } from './commands/token.js';
import { addVerify } from './commands/verify.js';
import { note } from './output.js';
import { Misuse, exitCodes, tellingOf } from './refusal.js';

const program = new Command('samspor').description('Samspor for operators: load, report, rebuild, verify.').exitOverride();

for (const add of [addDemo, addImport, addReport, addRebuild, addVerify, addToken, addDocs]) add(program);

const endWith = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  note(
    error instanceof Misuse
      ? error.message
      : (tellingOf(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))),
  );
  return error instanceof Misuse ? exitCodes.usage : exitCodes.refused;
};

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = endWith(error);
}
