import type { RubricError } from '@mofan/rubric/rubric-error';
import type { YamlFile } from './read-yaml.ts';
import { YamlFault } from './yaml-fault.ts';

/** An error of a table at the value of its file that is wrong, or as near to it as the error knows. */
export function rubricFault({ places }: YamlFile, { place, path, text, said }: RubricError): YamlFault {
  const atText = text === undefined ? undefined : places.ofText(text, place);
  const { line, column } =
    (path ? places.at(path) : (atText ?? places.ofId(place))) ?? places.at(place.split('.').map(asKey));
  return new YamlFault(line, column, said.zh, said.en);
}

const asKey = (key: string): PropertyKey => (/^\d+$/.test(key) ? Number(key) : key);
