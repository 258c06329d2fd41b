import { z } from 'zod';
import { Rubric } from './rubric.ts';

/**
 * The JSON Schema of the language, for editors: a number may stand bare where the content holds it as text. What the
 * schema cannot say (sums, references, expressions) the loader does.
 */
export function rubricJsonSchema(): object {
  const schema = z.toJSONSchema(Rubric, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema['numeric'] !== true) return;
      delete jsonSchema['numeric'];
      jsonSchema.type = ['string', 'number'] as never;
    },
  });
  return { ...schema, title: 'mofan-rubric/2' };
}
