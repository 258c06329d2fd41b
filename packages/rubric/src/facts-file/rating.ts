/** Points, a grade, or both. */
export type Rating = { points?: string; grade?: string };

export const ratingOf = (rating: string | { points?: string | undefined; grade?: string | undefined }): Rating =>
  typeof rating === 'string'
    ? shortRating(rating)
    : {
        ...(rating.points !== undefined && { points: rating.points }),
        ...(rating.grade !== undefined && { grade: rating.grade }),
      };

/** A number is points, a word is a grade. */
const shortRating = (text: string): Rating => (/^-?[\d.]+$/.test(text) ? { points: text } : { grade: text });
