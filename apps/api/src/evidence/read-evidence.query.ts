import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EvidenceDetail } from '@mofan/contracts/evidence';
import type { Database } from '@mofan/store/database';
import { Files } from '@mofan/store/files';
import type { Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';
import { Refused } from '../platform/problem.ts';
import { Trails } from '../platform/trail.ts';
import { fileRow } from '../file/file-row.ts';
import { attachmentsOf, evidenceRow } from './evidence-row.ts';

export class ReadEvidence extends Query<EvidenceDetail> {
  constructor(
    readonly evidenceId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

@QueryHandler(ReadEvidence)
export class ReadEvidenceHandler implements IQueryHandler<ReadEvidence> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly directory: Directory,
    private readonly files: Files,
    private readonly trails: Trails,
  ) {}

  async execute({ evidenceId, caller }: ReadEvidence): Promise<EvidenceDetail> {
    const { prisma, log } = this.database;
    const row = await prisma.evidence.findFirst({ where: { AND: [{ evidenceId }, caller.scope('evidence.read')] } });
    if (!row) throw new Refused(404, 'evidence.unknown');
    const [unit, files, trail] = await Promise.all([
      this.directory.unit(row.unitId),
      this.files.find(attachmentsOf(row).map(({ fileId }) => fileId)),
      log.readStream(`evidence-${evidenceId}`).then((events) => this.trails.of(events)),
    ]);
    const { attachments: _, ...shown } = evidenceRow(row, unit.name);
    return { ...shown, files: [...files.values()].map(fileRow), trail };
  }
}
