import type { Agency } from '../../kernel/agency.js';
import type { Command } from '../../kernel/decider.js';
import type { ContactPerson, ContactRole, CoordinatorBasis } from './contact-persons.events.js';

export type ContactPersonsCommand =
  | Command<'AssignContactPerson', ContactPerson & { readonly role: ContactRole; readonly deputy?: boolean }>
  | Command<'ReplaceContactPerson', ContactPerson & { readonly role: ContactRole; readonly handoverNote?: string }>
  | Command<'ReleaseContactPerson', { readonly role: ContactRole; readonly deputy?: boolean; readonly reason: string }>
  | Command<'AppointCoordinator', { readonly agency: Agency; readonly personId: string; readonly basis: CoordinatorBasis }>
  | Command<'OfferCoordination', { readonly to: Agency; readonly personId: string; readonly reason: string }>
  | Command<'AcceptCoordination', { readonly personId: string }>
  | Command<'DeclineCoordination', { readonly reason: string }>;
