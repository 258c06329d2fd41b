import type { Rubric } from '@mofan/rubric/rubric';
import type { ListedRubric } from '@mofan/store/rubrics';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';

/** The text of a new draft that begins as a version stands: under the next free name, with nothing signed yet. */
export const draftOfVersion = (rubric: Rubric, versions: readonly ListedRubric[]): string => {
  const version = nextVersion(rubric, versions);
  const items = rubric.rulings.items.map(({ signed: _, ...ruling }) => ruling);
  return writeYaml({ ...rubric, version, rulings: { ...rubric.rulings, items } }, [
    `${rubric.title}`,
    `基于 ${rubric.version} 版。版本号暂定 ${version}，发布前可改。`,
  ]);
};

/** 2020 → 2020.1 → 2020.2, past those that are taken. */
const nextVersion = ({ id, version }: Rubric, versions: readonly ListedRubric[]): string => {
  const [year = version, minor = '0'] = version.split('.');
  const taken = new Set(versions.filter((each) => each.id === id).map((each) => each.version));
  let next = Number(minor) + 1;
  while (taken.has(`${year}.${next}`)) next += 1;
  return `${year}.${next}`;
};
