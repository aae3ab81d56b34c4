import { isVisible } from '@samspor/access';
import { type Agency, type Day, findStatus } from '@samspor/domain';
import type { TrekantDocument } from '@samspor/projections';

/** The youth's OT status as an agency may see it: a status that tells of illness is health data. */
export const statusFor = (card: TrekantDocument, agency: Agency, today: Day): { readonly status?: string } => {
  if (card.status === undefined) return {};
  const { code, from } = card.status;
  const sensitivity = findStatus(code, from)?.special === undefined ? 'S1' : 'S3';
  return isVisible({ owner: 'OT', category: 'follow-up', sensitivity, addressedTo: [] }, agency, card, today) ? { status: code } : {};
};
