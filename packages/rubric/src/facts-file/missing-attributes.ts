import type { CompiledRubric } from '../compiled.ts';
import { namesOf } from '../explain/names.ts';
import { type Wording, inBoth } from '../explain/wording.ts';
import type { UnitFacts } from '../facts.ts';
import type { Origins } from './origins.ts';
import type { RefusedFact } from './fact-refusal.ts';

/** Attributes by which the table compares units or chooses among them, and which a unit lacks, each told once. */
export function missingAttributes(
  rubric: CompiledRubric,
  unit: string,
  { attributes = {} }: UnitFacts,
  origins: Origins,
): RefusedFact[] {
  const missing = new Map<string, Wording[]>();
  for (const { attribute, what } of groupings(rubric))
    if ((attributes[attribute] ?? '') === '') missing.set(attribute, [...(missing.get(attribute) ?? []), what]);
  return [...missing].map(([attribute, whats]) => ({
    ...origins.part('attributes'),
    reason: 'fact.missing-attribute',
    noted: false,
    said: said(
      unit,
      attribute,
      inBoth((language) => whats.map((what) => what[language]).join(language === 'zh' ? '、' : ', ')),
    ),
  }));
}

/** What the table does in groups, and by which attribute. */
function groupings(rubric: CompiledRubric): { attribute: string; what: Wording }[] {
  const names = namesOf(rubric);
  return [
    ...rubric.inOrder.flatMap(({ id, steps }) =>
      steps.flatMap((step) =>
        step.kind === 'relative' && step.among !== null ? [{ attribute: step.among, what: names.line(id) }] : [],
      ),
    ),
    ...rubric.selections.flatMap(({ source: { among, title } }) =>
      among === undefined ? [] : [{ attribute: among, what: { zh: `“${title}”`, en: `“${title}”` } }],
    ),
  ];
}

function said(unit: string, attribute: string, what: Wording): Wording {
  const [zh, en] = unit === '' ? ['', ''] : [`${unit}：`, `${unit}: `];
  return {
    zh: `${zh}没有写单位属性（attributes）“${attribute}”，而${what.zh}按它分组，无从比较`,
    en: `${en}the attribute “${attribute}” is missing, by which ${what.en} forms its groups: there is nobody to compare with`,
  };
}
