import { v5 } from 'uuid';

/** The UUID that follows from another and a name: always the same for the same two. */
export const childId = (id: string, name: string): string => v5(name, id);
