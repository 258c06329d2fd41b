import { FactsFault, readFacts, type FactsFile } from '@mofan/rubric/facts-file/read';
import { YamlFault } from '@mofan/rubric-files/yaml/yaml-fault';
import { readInput, unusable } from './input-file.ts';

/** The facts of one unit or of many. Throws a Fault (exit code 2) at the value that is wrong. */
export const readFactsFile = (factsFile: string): FactsFile => {
  const file = readInput(factsFile);
  try {
    return readFacts(file.value);
  } catch (error) {
    if (!(error instanceof FactsFault)) throw error;
    const { path, said } = error;
    const { line, column } = file.places.at(path);
    const [zh, en] = path.length === 0 ? ['', ''] : [`（${path.join('.')}）`, `${path.join('.')}: `];
    throw unusable(factsFile, new YamlFault(line, column, `事实文件有误${zh}：${said.zh}`, `${en}${said.en}`));
  }
};
