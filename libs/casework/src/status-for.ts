import { isVisible } from '@samspor/access';
import { type Agency, type Day, findStatus } from '@samspor/domain';
import type { Standing } from '@samspor/projections';
import type { YouthCase } from './cases.js';

/** The youth's OT status as an agency may see it: a status that tells of illness is health data. */
export const statusFor = (
  { status }: Standing,
  { access }: Pick<YouthCase, 'access'>,
  agency: Agency,
  today: Day,
): { readonly status?: string } => {
  if (status === undefined) return {};
  const { code, from } = status;
  const sensitivity = findStatus(code, from)?.special === undefined ? 'S1' : 'S3';
  return isVisible({ owner: 'OT', category: 'follow-up', sensitivity, addressedTo: [] }, agency, access, today) ? { status: code } : {};
};
