import { RubricError } from '@mofan/rubric/rubric-error';
import { Fault } from '../fault.ts';
import { offsetAt, offsetOfId, unusable, type JsonFile } from './read-json.ts';

/**
 * Does something with a rubric file. Throws a Fault that names the place: exit code 2 for a file of another shape, 1 for a
 * table whose parts do not agree.
 */
export const refusingRubric = <Result>(file: JsonFile, act: () => Result): Result => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    const path = error.place.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const offset = offsetOfId(file, error.place) ?? offsetAt(file, path);
    const { zh, en } = unusable(file, offset, `细则不成立（${error.code}）`, error.message);
    throw new Fault(zh, en, error.code === 'rubric.malformed' ? 2 : 1);
  }
};
