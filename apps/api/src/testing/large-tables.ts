import { table } from '@mofan/domain/rubric-draft/table.fixture';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';

/** A table of so many judged lines, a line of text each. */
export const textOf = (lines: number, remark = ''): string =>
  writeYaml(
    table({
      children: Array.from({ length: lines }, (_, n) => ({
        id: `${n + 1}`,
        text: `按时报送第${n + 1}项材料${remark}。（8分）`,
        points: '8',
        from: { mark: { scale: 'judged' } },
      })),
      rulings: { proposedOn: '2026-01-02', items: [] },
    }),
  );

/** As many deductions that nothing ends, each with a reading of its own: they are quickly read, and long to check. */
export const manyReadings = (count: number): string => {
  const lines = Array.from({ length: count }, (_, n) => `${n + 1}`);
  const rate = (id: string) => ({ id: `r${id}`, title: '迟到', category: `c${id}`, per: 'occurrence', points: '1' });
  const reading = { on: '扣分', problem: '未规定扣到何处为止', reading: '扣完为止', alternatives: [] };
  return writeYaml(
    table({
      children: lines.map((id) => ({
        id,
        text: `迟到一次扣1分（${id}）`,
        points: '8',
        from: { cases: { charge: 'every', deduct: [rate(id)] } },
      })) as never,
      rulings: {
        proposedOn: '2026-01-02',
        items: lines.map((id) => ({
          ...reading,
          id: `A${id.padStart(3, '0')}`,
          leaves: [id],
          patch: { lines: { [id]: { steps: [{ clamp: { least: '0' } }] } } },
        })),
      },
    }),
  );
};
