import { cycle } from '../cycle/zh.ts';
import { evidence } from '../evidence/zh.ts';
import { home } from '../home/zh.ts';
import { problem } from '../http/zh.ts';
import { incident } from '../incident/zh.ts';
import { notification } from '../notification/zh.ts';
import { operations } from '../operations/zh.ts';
import { overview } from '../overview/zh.ts';
import { rubric } from '../rubric/zh.ts';
import { scorecard } from '../scorecard/zh.ts';
import { shell, signIn } from '../shell/zh.ts';
import { trail, ui } from '../ui/zh.ts';

/** Everything the page says; each feature brings its own sentences. */
export const zh = {
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
