import type { TextFault } from '@mofan/contracts/rubric-draft';
import { RubricText } from '@mofan/domain/rubric-draft/messages';
import { readContent } from '@mofan/rubric/content';
import type { Rubric } from '@mofan/rubric/rubric';
import { RubricError } from '@mofan/rubric/rubric-error';
import { readYaml, type YamlFile } from '@mofan/rubric-files/yaml/read-yaml';
import { rubricFault } from '@mofan/rubric-files/yaml/rubric-fault';
import { YamlFault } from '@mofan/rubric-files/yaml/yaml-fault';

/** A text that is a table, and where its parts stand. */
export interface ReadText {
  rubric: Rubric;
  /** where in the text an error of the table has its place */
  faultOf(error: RubricError): TextFault;
}

/** Reads a text as a table: the table, or where and why it is none. */
export const readText = (text: string): ReadText | { fault: TextFault } => {
  let file: YamlFile;
  try {
    file = readYaml(text);
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return { fault: told('yaml.malformed', error) };
  }
  const faultOf = (error: RubricError): TextFault => told(error.code, rubricFault(file, error));
  try {
    return { rubric: readContent(file.value).rubric, faultOf };
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    return { fault: faultOf(error) };
  }
};

/** A text that was made from a file, as the log takes it. */
export const isWritable = (text: string): boolean => RubricText.safeParse(text).success;

const told = (code: string, { line, column, zh, en }: YamlFault): TextFault => ({ line, column, code, zh, en });
