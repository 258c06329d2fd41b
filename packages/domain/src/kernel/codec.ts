import { z } from 'zod';

/** Turns the data of one version of an event into the data of the next. */
type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

interface StoredEvent {
  type: string;
  /** version of the event's shape when it was written, from 1 */
  schema: number;
  data: unknown;
}

interface Typed {
  type: string;
}

/** Reads and writes the events of one aggregate; old versions are lifted by upcasters, never edited. */
export interface Codec<Event extends Typed> {
  types: readonly string[];
  /** version of the shape that `type` is written in today */
  schema(type: string): number;
  /**
   * The event of a stored row. Throws on a version that this program does not know, so that an older program never
   * misreads what a newer one wrote, and a ZodError when the data is not what its version promised.
   */
  decode(stored: StoredEvent): Event;
}

type EventUnion = z.ZodDiscriminatedUnion<readonly z.ZodObject<{ type: z.ZodLiteral<string> } & z.ZodRawShape>[]>;

/**
 * `upcasters[type]` holds one function per superseded version: the first lifts version 1 to 2, and so on.
 * Data is written without its `type`, which stands in a column of its own.
 */
export const codec = <Union extends EventUnion>(
  union: Union,
  upcasters: Partial<Record<string, readonly Upcaster[]>> = {},
): Codec<z.infer<Union> & Typed> => {
  const shapes = new Map(union.options.map((option) => [option.shape.type.value, option]));
  for (const type of Object.keys(upcasters)) {
    if (!shapes.has(type)) throw new Error(`upcasters are given for the unknown event ${type}`);
  }
  const lifts = (type: string) => upcasters[type] ?? [];

  return {
    types: [...shapes.keys()],
    schema: (type) => lifts(type).length + 1,
    decode: ({ type, schema, data }) => {
      const shape = shapes.get(type);
      if (!shape) throw new Error(`no codec knows the event ${type}`);
      const newest = lifts(type).length + 1;
      if (!Number.isInteger(schema) || schema < 1 || schema > newest) {
        throw new Error(`the event ${type} is known up to version ${newest}, not in version ${schema}`);
      }
      let lifted = data as Record<string, unknown>;
      for (let version = schema; version < newest; version += 1) lifted = lifts(type)[version - 1]!(lifted);
      return shape.parse({ ...lifted, type }) as z.infer<Union> & Typed;
    },
  };
};
