import type { RubricFinding } from '@mofan/contracts/rubric';
import type { Group, Leaf } from '@mofan/rubric/rubric';
import { useMemo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Quoted } from '../scorecard/quoted.tsx';
import { points } from '../ui/format.ts';
import { annexLayout, type AnnexRow } from './annex-layout.ts';
import { FindingButton, FoundElsewhere } from './finding-button.tsx';
import { findingKey, ofWhole, quotedIn, type Reading } from './reading.ts';
import { worthOf } from './tree.ts';
import '../ui/sheet.css';
import './reading.css';

interface Props {
  reading: Reading;
  /** the key of the finding that the panel shows */
  picked: string | null;
  onPick: (key: string) => void;
}

/** Up and down walk from finding to finding; Enter opens, as on any button. */
const walk = (event: KeyboardEvent<HTMLElement>) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.nativeEvent.isComposing) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.finding')];
  const next = buttons[buttons.findIndex((button) => button === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

/** The table as its annex prints it, with what the check finds beside each line. On a phone the rows stack. */
export const ReadingTable = ({ reading, picked, onPick }: Props) => {
  const { t } = useTranslation();
  const { rubric, findings } = reading;
  const { levels, rows } = useMemo(() => annexLayout(rubric), [rubric]);
  const open = findings.filter(({ settledBy }) => settledBy.length === 0).length;
  const whole = ofWhole(reading, new Set(rows.map(({ leaf }) => leaf.id)));
  const criterion = levels.at(-1);
  return (
    <div className="card reading-frame">
      {(rubric.gradingNote ?? whole.length > 0) && (
        <div className="reading-note">
          {rubric.gradingNote && <p className="medium text2">{rubric.gradingNote}</p>}
          {whole.map((finding) => (
            <FindingButton key={findingKey(finding)} {...{ reading, finding, picked, onPick }} />
          ))}
        </div>
      )}
      <table className="grid-table sheet reading" onKeyDown={walk}>
        <thead>
          <tr>
            {levels.slice(0, -1).map((level) => (
              <th key={level} scope="col">
                {level}
              </th>
            ))}
            <th scope="col" className="worth">
              {t('scorecard.worth')}
            </th>
            <th scope="col">{criterion}</th>
            <th scope="col" data-testid="findings">
              {t('rubric.found')}{' '}
              <small>
                {reading.unchecked ? t('rubric.unchecked') : t('rubric.findings', { found: findings.length, open })}
              </small>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.leaf.id} {...{ row, reading, picked, onPick }} columns={levels.length - 1} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Row = ({ row, reading, picked, onPick, columns }: Props & { row: AnnexRow; columns: number }) => {
  const { leaf, groups, blank, worth } = row;
  const found = reading.findings.filter(({ leaves }) => leaves.includes(leaf.id));
  const here = found.filter(({ leaves }) => leaves[0] === leaf.id);
  const isPicked = here.some((finding) => findingKey(finding) === picked);
  return (
    <tr id={`leaf-${leaf.id}`} className={isPicked ? 'picked' : undefined}>
      {groups.map(({ group, column, rows }) => (
        <GroupCell key={group.id} group={group} rows={rows} innermost={column === columns - 1} />
      ))}
      {blank > 0 && <td colSpan={blank} className="blank" />}
      {worth && (
        <td rowSpan={worth.rows} className="worth">
          {worth.group && worthWords(worth.group)}
        </td>
      )}
      <td className="text">
        <LineText leaf={leaf} found={here} />
      </td>
      <td className="found">
        {here.map((finding) => (
          <FindingButton key={findingKey(finding)} {...{ reading, finding, picked, onPick }} />
        ))}
        <FoundElsewhere found={found.filter((finding) => !here.includes(finding))} />
      </td>
    </tr>
  );
};

const GroupCell = ({ group, rows, innermost }: { group: Group; rows: number; innermost: boolean }) => {
  const { t } = useTranslation();
  const numbered = /^\d/.test(group.id);
  return (
    <td rowSpan={rows} className={innermost ? 'item' : 'category'}>
      <b>
        {numbered && `${group.id}.`}
        {group.title}
      </b>
      <div className={innermost ? 'note phone-only' : 'note'}>
        {t('scorecard.worthOf', { points: worthWords(group) })}
      </div>
    </td>
  );
};

const LineText = ({ leaf, found }: { leaf: Leaf; found: readonly RubricFinding[] }) => {
  const { t } = useTranslation();
  const worth = worthWords(leaf);
  return (
    <>
      <span className="line-id">{leaf.id}</span>
      <Quoted text={leaf.text} quotes={quotedIn(leaf.text, found)} />
      {worth && !leaf.text.includes('分）') && (
        <span className="nowrap">{t('scorecard.worthOf', { points: worth })}</span>
      )}
    </>
  );
};

/** Full marks, what is added or taken at most, or the weight where only that is stated. */
const worthWords = (node: Group | Leaf): string => {
  const worth = worthOf(node);
  return worth === '0' ? (node.weight ?? '') : `${node.bonus ? '+' : ''}${points(worth)}`;
};
