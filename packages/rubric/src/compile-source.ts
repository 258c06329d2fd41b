import { boundAt, compileBand } from './bands.ts';
import type {
  Admitted,
  CompiledCases,
  CompiledCombine,
  CompiledLine,
  CompiledMark,
  CompiledRate,
  CompiledSource,
} from './compiled.ts';
import { caseKey } from './compiled.ts';
import { type Exact, ZERO, compare, exact, multiply, negate, toDecimal, written as writtenOut } from './exact.ts';
import { compileNumber } from './expression/compile.ts';
import type { Scope } from './expression/scope.ts';
import type { Cases, Combine, Mark, RaterGroup, Rate, Raters, Source, Votes } from './language/source.ts';
import type { Bound } from './language/values.ts';
import { ratio } from './ratio.ts';
import { RubricError, found } from './rubric-error.ts';
import type { Rubric } from './rubric.ts';

export function compileSource(source: Source, line: CompiledLine, table: Rubric, scope: Scope): CompiledSource {
  if (source.mark) return compileMark(source.mark, line, table);
  if (source.cases) return compileCases(source.cases, line);
  if (source.votes) return compileVotes(source.votes, line);
  if (source.formula !== undefined)
    return { kind: 'formula', text: source.formula, read: compileNumber(source.formula, scope) };
  return compileCombine(found(source.combine, line.id));
}

function compileMark(mark: Mark, line: CompiledLine, table: Rubric): CompiledMark {
  const rankOf = (grade: string) => table.grades.findIndex(({ code }) => code === grade);
  const caps = (mark.caps ?? []).map(({ metric, least, gradeAtMost }) => {
    const kind = found(
      table.metrics.find(({ id }) => id === metric),
      line.id,
    ).counts;
    return { metric, kind, least: Number(least), rank: rankOf(gradeAtMost) };
  });
  return {
    kind: 'mark',
    admitted: admittedBy(mark, line, table, rankOf),
    caps,
    discretion: mark.discretion ? rankOf(mark.discretion.gradeAtMost) : null,
    raters: mark.raters ? compileRaters(mark.raters) : null,
  };
}

function admittedBy(mark: Mark, line: CompiledLine, table: Rubric, rankOf: (grade: string) => number): Admitted {
  if (mark.scale !== undefined) {
    const { step, bands } = found(table.scales[mark.scale], line.id);
    return {
      kind: 'scale',
      step: exact(step),
      bands: bands.map((band) => markBand(line, band, rankOf(band.grade), table)),
    };
  }
  if (mark.step !== undefined) return { kind: 'step', step: exact(mark.step) };
  if (mark.percent !== undefined) return { kind: 'percent', step: exact(mark.percent) };
  if (mark.values) return { kind: 'values', values: mark.values.map((value) => givenAt(value, line)) };
  const grades = (mark.grades ?? []).map(({ grade, points }) => ({
    grade,
    rank: rankOf(grade),
    points: points === undefined ? null : givenAt(points, line),
  }));
  return { kind: 'grades', grades };
}

/** What a person may give on the line; on a penalty it is taken off, so that a sign of its own would give it back. */
function givenAt(written: Bound, { id, worth, points }: CompiledLine): Exact {
  const given = boundAt(written, points);
  if (worth === 'penalty' && given.n < 0)
    throw new RubricError('rubric.penalty-sign', id, {
      zh: `扣分项写的是扣几分，不带负号：${toDecimal(given)} 应写成 ${toDecimal(negate(given))}`,
      en: `a penalty says how much is taken off, without a sign: write ${toDecimal(negate(given))} for ${toDecimal(given)}`,
    });
  return given;
}

/** Ends finer than a mark can be written would make sums that no decimal holds. */
function markBand(line: CompiledLine, written: Parameters<typeof compileBand>[0], rank: number, table: Rubric) {
  const band = compileBand(written, rank, line.points);
  const place = `${line.id} ${written.grade}`;
  const ends = [band.from ?? ZERO, band.to ?? line.points] as const;
  const title = table.grades.find(({ code }) => code === written.grade)?.title ?? written.grade;
  const refuse = (code: `rubric.${string}`, zh: string, en: string) =>
    new RubricError(code, place, { zh: `等次“${title}”${zh}`, en: `the band of “${title}” ${en}` });
  const [low, high] = ends.map(writtenOut);
  if (compare(ends[0], ends[1]) > 0)
    throw refuse('rubric.band-inverted', `的区间上下颠倒：${low}–${high}`, `ends before it begins: ${low} to ${high}`);
  if (compare(ends[1], line.points) > 0 || ends[1].n < 0)
    throw refuse(
      'rubric.band-outside-points',
      `到 ${high} 分为止，超出本条的 0–${line.pointsText} 分`,
      `ends at ${high}, outside 0 to ${line.pointsText}`,
    );
  if (ends.some(({ d }) => 1_000_000 % d !== 0))
    throw refuse(
      'rubric.band-too-fine',
      `的一端（${low} 或 ${high}）六位小数写不尽`,
      `has an end (${low} or ${high}) that needs more than six decimals`,
    );
  return { ...band, from: ends[0], to: ends[1] };
}

function compileRaters(raters: Raters) {
  return {
    source: raters,
    combine: compileCombine(raters.combine),
    shares: sharesOf(raters.groups ?? []),
    least: Number(raters.least ?? '1'),
    spread: raters.spread === undefined ? null : exact(raters.spread),
  };
}

/** Each innermost group's share of the whole. */
function sharesOf(groups: readonly RaterGroup[], whole: Exact = { n: 1, d: 1 }): { id: string; share: Exact }[] {
  return groups.flatMap(({ id, weight, groups: parts }) => {
    const share = multiply(whole, ratio(weight));
    return parts ? sharesOf(parts, share) : [{ id, share }];
  });
}

const compileCombine = ({ by, best, better, drop }: Combine): CompiledCombine => ({
  kind: 'combine',
  by,
  best: best === undefined ? null : Number(best),
  better: better ?? 'highest',
  drop: (drop ?? [])
    .map(({ from, each }) => ({ from: Number(from), each: Number(each) }))
    .sort((a, b) => b.from - a.from),
});

function compileCases({ deduct = [], add = [], charge, shared }: Cases, line: CompiledLine): CompiledCases {
  return {
    kind: 'cases',
    start: deduct.length > 0 && line.worth === 'points' ? line.points : ZERO,
    charge,
    shared: shared !== undefined,
    rateOf: new Map([...deduct.map((rate) => compileRate(rate, true)), ...add.map((rate) => compileRate(rate, false))]),
    deducts: deduct.length > 0,
    adds: add.length > 0,
  };
}

function compileRate({ id, category, role, points, most }: Rate, deducts: boolean): [string, CompiledRate] {
  const amount = exact(points);
  const rate = {
    id,
    change: deducts ? negate(amount) : amount,
    pointsText: toDecimal(amount),
    most: most === undefined ? null : exact(most),
  };
  return [caseKey(category, role ?? ''), rate];
}

const compileVotes = ({ options, groups = [], turnout }: Votes, line: CompiledLine): CompiledSource => ({
  kind: 'votes',
  worth: new Map(options.map(({ code, worth }) => [code, givenAt(worth, line)])),
  shares: sharesOf(groups),
  turnout: turnout === undefined ? null : ratio(turnout),
});
