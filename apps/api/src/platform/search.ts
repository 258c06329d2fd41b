/** A text as a pattern for LIKE in which every character stands for itself; Prisma's `contains` leaves that to us. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
