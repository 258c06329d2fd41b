/** How a line counts, as short text that can be read and compared: its source and steps, the line's words left out. */
export function ruleWords(of: object): string {
  const { from, steps, notApplicable, ...others } = of as Record<string, unknown>;
  const rules =
    'id' in others && !('order' in others) ? { from, steps, notApplicable } : { from, steps, notApplicable, ...others };
  return words(rules);
}

/** The least text that still tells two rules apart: keys and values, brackets only where something nests. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => (isObject(each) ? `(${words(each)})` : String(each))).join(' ');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `${key}: ${isObject(each) ? `(${words(each)})` : words(each)}`)
    .join(', ');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
