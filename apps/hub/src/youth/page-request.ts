/** Part of a list, newest first. */
export interface PageRequest {
  readonly cursor?: string;
  readonly limit: number;
}
