import type { RubricFinding, ScaleBands } from '@mofan/contracts/rubric';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../ui/side-panel.tsx';
import { Quoted } from '../scorecard/quoted.tsx';
import { BandChart, isReversed, overlaps } from './band-chart.tsx';
import { findingKey, quotedIn, rulingsOn, withoutPlace, type Reading } from './reading.ts';
import { RulingCard } from './ruling-card.tsx';
import { leafPlaces } from './tree.ts';

interface Props {
  reading: Reading;
  finding: RubricFinding;
  onClose: () => void;
}

/** 检查发现: the words at fault, the bands drawn as written and as read, the reading and who signed it. */
export const FindingPanel = ({ reading, finding, onClose }: Props) => {
  const { t, i18n } = useTranslation();
  const ids = rulingsOn(finding);
  const rulings = reading.rubric.rulings.items.filter(({ id }) => ids.includes(id));
  const sentence = i18n.language === 'en' ? finding.en : finding.zh;
  const title = rulings[0] ? `${rulings[0].id} ${rulings[0].on}` : withoutPlace(sentence);
  const scales = ofBands(finding) ? scalesOn(reading.scales, finding) : [];
  return (
    <SidePanel title={title} subject={findingKey(finding)} onClose={onClose}>
      <p className="note">{t('rubric.affects', { n: finding.leaves.length })}</p>
      <Original reading={reading} finding={finding} />
      <p className="medium">{sentence}</p>
      {scales.length > 0 && <Scales scales={scales} first={finding.leaves[0]} />}
      {rulings.map((ruling) => (
        <RulingCard key={ruling.id} ruling={ruling} reading={reading} />
      ))}
      {rulings.length === 0 && <p className="medium text2">{t('rubric.noRuling')}</p>}
    </SidePanel>
  );
};

/** The words at fault: the rules of the grades, or the line's own. */
const Original = ({ reading: { rubric }, finding }: Pick<Props, 'reading' | 'finding'>) => {
  const rules = rubric.grades.flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
  if (ofBands(finding)) {
    return rules.length > 0 && <blockquote className="quote medium">{rules.join('，')}</blockquote>;
  }
  const leaf = leafPlaces(rubric).find((place) => place.leaf.id === finding.leaves[0])?.leaf;
  return (
    leaf && (
      <blockquote className="quote medium">
        {leaf.id} <Quoted text={leaf.text} quotes={quotedIn(leaf.text, [finding])} />
      </blockquote>
    )
  );
};

const ofBands = ({ code }: RubricFinding): boolean => /^(band|grade|scale)\./.test(code);

/** The scales that some line of the finding is marked by. */
const scalesOn = (scales: Reading['scales'], { leaves }: RubricFinding): ScaleBands[] => {
  const names = new Set(
    scales.filter((scale) => scale.leaves.some((id) => leaves.includes(id))).map(({ scale }) => scale),
  );
  return scales.filter(({ scale }) => names.has(scale));
};

const Scales = ({ scales, first }: { scales: readonly ScaleBands[]; first: string | undefined }) => {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string | null>(null);
  const keyOf = ({ scale, points }: ScaleBands) => `${scale} ${points}`;
  const own = scales.find(({ leaves }) => first !== undefined && leaves.includes(first)) ?? scales[0]!;
  const shown = scales.find((each) => keyOf(each) === chosen) ?? own;
  return (
    <>
      <div className="row wrap worths" role="group" aria-label={t('rubric.byWorth')}>
        {scales.map((each) => (
          <button key={keyOf(each)} type="button" aria-pressed={each === shown} onClick={() => choose(keyOf(each))}>
            {t('rubric.worthLines', { points: each.points, n: each.leaves.length })}
          </button>
        ))}
      </div>
      <BandChart
        title={t('rubric.literally')}
        bands={shown.literal}
        points={shown.points}
        verdict={useVerdict(shown.literal)}
      />
      <BandChart title={t('rubric.asRead')} bands={shown.read} points={shown.points} verdict={useVerdict(shown.read)} />
    </>
  );
};

const useVerdict = (bands: ScaleBands['read']) => {
  const { t } = useTranslation();
  const [pair] = overlaps(bands);
  if (pair) return { good: false, words: t('rubric.overlap', { a: pair[0].grade, b: pair[1].grade }) };
  if (isReversed(bands)) return { good: false, words: t('rubric.reversed') };
  return { good: true, words: t('rubric.inOrder') };
};
