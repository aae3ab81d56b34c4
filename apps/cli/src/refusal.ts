import { BackupRefused, DataRefused, ListRefused, SettingRefused, TermsRefused } from '@samspor/casework';
import { DataDirectoryInUse, StoreUnavailable, WrongSchema } from '@samspor/event-store';
import { KeyStoreUnavailable, WrappingKeyRefused } from '@samspor/privacy';
import { PoisonEvent, ReportNotBalanced } from '@samspor/projections';
import { StoryRefused } from './demo/telling.js';

/** How the command line ends. */
export const exitCodes = { fine: 0, refused: 1, usage: 2 } as const;

/** A command cannot do what it was asked to. Says what to do instead. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** A command was called in a way that it does not know. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

const foreseen = [
  Refusal,
  BackupRefused,
  DataRefused,
  ListRefused,
  SettingRefused,
  TermsRefused,
  StoryRefused,
  StoreUnavailable,
  WrongSchema,
  KeyStoreUnavailable,
  WrappingKeyRefused,
  PoisonEvent,
  ReportNotBalanced,
];

/** What to tell the user of an error that was foreseen; undefined for a fault of ours. */
export const tellingOf = (error: unknown): string | undefined => {
  if (error instanceof DataDirectoryInUse) return `${error.message}. Reports, rebuild, verify, backup and doctor can run beside a hub.`;
  return foreseen.some((known) => error instanceof known) ? (error as Error).message : undefined;
};
