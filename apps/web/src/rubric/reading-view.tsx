import { useSearchParams } from 'react-router';
import { FindingPanel } from './finding-panel.tsx';
import { findingKey, type Reading } from './reading.ts';
import { ReadingTable } from './reading-table.tsx';

/** The table with its findings, and the picked one explained beside it. The address says which. */
export const ReadingView = ({ reading }: { reading: Reading }) => {
  const [search, setSearch] = useSearchParams();
  const key = search.get('finding');
  const pick = (next: string | null) =>
    setSearch(
      (current) => {
        const changed = new URLSearchParams(current);
        if (next === null) changed.delete('finding');
        else changed.set('finding', next);
        return changed;
      },
      { preventScrollReset: true },
    );
  const finding = reading.findings.find((each) => findingKey(each) === key);
  return (
    <div className="split">
      <ReadingTable reading={reading} picked={finding ? key : null} onPick={pick} />
      {finding && <FindingPanel key={key} reading={reading} finding={finding} onClose={() => pick(null)} />}
    </div>
  );
};
