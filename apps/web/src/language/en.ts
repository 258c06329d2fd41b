import { cycle } from '../cycle/en.ts';
import { evidence } from '../evidence/en.ts';
import { home } from '../home/en.ts';
import { problem } from '../http/en.ts';
import { incident } from '../incident/en.ts';
import { notification } from '../notification/en.ts';
import { operations } from '../operations/en.ts';
import { overview } from '../overview/en.ts';
import { rubric } from '../rubric/en.ts';
import { scorecard } from '../scorecard/en.ts';
import { shell, signIn } from '../shell/en.ts';
import { trail, ui } from '../ui/en.ts';
import type { Said } from './said.ts';
import type { zh } from './zh.ts';

/** The same in English. The table's own words stay Chinese: they are the plan's. */
export const en: Said<typeof zh> = {
  cycle,
  evidence,
  home,
  incident,
  notification,
  operations,
  overview,
  problem,
  rubric,
  scorecard,
  shell,
  signIn,
  trail,
  ui,
};
