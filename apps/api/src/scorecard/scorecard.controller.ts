import { Controller, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { readLineSource, readScorecard, readUnitHome } from '@mofan/contracts/scorecard';
import type { Audience } from '@mofan/rubric/scorecard';
import { momentOf } from '../platform/as-of.ts';
import { CalledBy, type Caller } from '../platform/caller.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { ReadLineSource } from './read-line-source.query.ts';
import { ReadScorecard } from './read-scorecard.query.ts';
import { ReadUnitHome } from './read-unit-home.query.ts';

/** Before 审定 a unit sees what facts settle; the marks are for those who assess. */
const audienceOf = (caller: Caller): Audience => (caller.reach('scorecard.read') === 'all' ? 'marks' : 'facts');

@Controller()
export class ScorecardController {
  constructor(
    private readonly queries: QueryBus,
    private readonly readPosition: ReadPosition,
  ) {}

  @Header('content-type', 'application/json; charset=utf-8')
  @Implements(readScorecard)
  async read(@Input() { params, query }: InputOf<typeof readScorecard>, @CalledBy() caller: Caller) {
    await this.readPosition.scorecardCaughtUp(query.after, params.cycleId, params.unitId);
    return this.queries.execute(new ReadScorecard(params, momentOf(query.asOf), audienceOf(caller)));
  }

  @Implements(readLineSource)
  async readLine(@Input() { params, query }: InputOf<typeof readLineSource>, @CalledBy() caller: Caller) {
    const { after, asOf, language } = query;
    await this.readPosition.caughtUp(after);
    return this.queries.execute(new ReadLineSource({ ...params, language }, momentOf(asOf), audienceOf(caller)));
  }

  @Implements(readUnitHome)
  async readHome(@Input() { params, query }: InputOf<typeof readUnitHome>) {
    await this.readPosition.scorecardCaughtUp(query.after, params.cycleId, params.unitId);
    return this.queries.execute(new ReadUnitHome(params));
  }
}
