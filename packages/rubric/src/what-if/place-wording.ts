import { type Wording, inBoth } from '../explain/wording.ts';
import { type PlaceRange, areSamePlaces } from './ranking.ts';
import type { UnitUnder } from './what-if.ts';

/** Where a unit stands, and where it stood where that is another place or may be: “，第 2 位 → 第 1 至 3 位之间”. */
export function placeWording({ before, after, placeOpen }: UnitUnder): Wording {
  if (before.place === null && after.place === null) return { zh: '', en: '' };
  const [was, is] = [wordsOf(before.place), wordsOf(after.place)];
  const comma = { zh: '，', en: ', ' };
  if (areSamePlaces(before.place, after.place)) return inBoth((language) => comma[language] + is[language]);
  const open = placeOpen ? OPEN : { zh: '', en: '' };
  return inBoth((language) => `${comma[language]}${was[language]} → ${is[language]}${open[language]}`);
}

const OPEN: Wording = { zh: '（是否变动未定）', en: ' (not settled whether it moves)' };

function wordsOf(place: PlaceRange | null): Wording {
  if (place === null) return { zh: '不排位次', en: 'no place' };
  const { best, worst } = place;
  if (best === worst) return { zh: `第 ${best} 位`, en: `place ${best}` };
  return { zh: `第 ${best} 至 ${worst} 位之间`, en: `between place ${best} and ${worst}` };
}
