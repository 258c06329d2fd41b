import type { FaultPlace, RubricError } from '@mofan/rubric/rubric-error';
import { placeInTable, placeOfId } from '@mofan/rubric/rubric-place';
import type { Place } from './places.ts';
import type { YamlFile } from './read-yaml.ts';
import { YamlFault } from './yaml-fault.ts';

/** An error of a table at the value of its file that is wrong, or as near to it as the error knows, with its place in words. */
export function rubricFault(file: YamlFile, { place, said, where }: RubricError): YamlFault {
  const { path, named, first } = where;
  const { line, column } = placeOf(file, place, where);
  const called = path ? placeInTable(file.value, named ? path.slice(0, -1) : path) : placeOfId(file.value, place);
  const before = first && file.places.at(first);
  const [zh, en] = before
    ? [`（第一处在第 ${before.line} 行第 ${before.column} 列）`, ` (first at ${before.line}:${before.column})`]
    : ['', ''];
  return new YamlFault(
    line,
    column,
    `${called ? `${called.zh}：` : ''}${said.zh}${zh}`,
    `${called ? `${called.en}: ` : ''}${said.en}${en}`,
  );
}

function placeOf({ places }: YamlFile, place: string, { path, named, text, offset }: FaultPlace): Place {
  if (path) return named ? places.ofKey(path) : places.at(path);
  const atText = text === undefined ? undefined : places.ofText(text, place, offset);
  return atText ?? places.ofId(place) ?? places.at(place.split('.').map(asKey));
}

const asKey = (key: string): PropertyKey => (/^\d+$/.test(key) ? Number(key) : key);
