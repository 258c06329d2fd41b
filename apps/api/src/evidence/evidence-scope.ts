import { Inject, Injectable } from '@nestjs/common';
import { codecs } from '@mofan/domain/events';
import { evidence } from '@mofan/domain/evidence/evidence';
import type { Attachment } from '@mofan/domain/evidence/messages';
import { stateOf } from '@mofan/store/carry-out';
import type { Database } from '@mofan/store/database';
import { Files } from '@mofan/store/files';
import type { Permission } from '@mofan/contracts/access';
import type { Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Refused } from '../platform/problem.ts';

/** Whose a record is and what it may carry: asked of the log, because the read model may not have it yet. */
@Injectable()
export class EvidenceScope {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly files: Files,
  ) {}

  /** The unit of a record that the permission reaches. Any other answers as one that does not exist. */
  async unitOf(evidenceId: string, caller: Caller, permission: Permission): Promise<string> {
    const history = await this.database.log.readStream(`evidence-${evidenceId}`);
    const state = stateOf(evidence, codecs.evidence, history);
    if (state.status === 'unknown' || !caller.mayReach(permission, state.unitId)) {
      throw new Refused(404, 'evidence.unknown');
    }
    return state.unitId;
  }

  /** Attachments are files of the record's own unit, and exactly those. */
  async mustOwn(unitId: string, attachments: readonly Attachment[]): Promise<void> {
    if (attachments.length === 0) return;
    const known = await this.files.find(attachments.map(({ fileId }) => fileId));
    for (const { fileId, sha256, size } of attachments) {
      const file = known.get(fileId);
      if (!file || file.unitId !== unitId || file.sha256 !== sha256 || file.size !== size) {
        throw new Refused(422, 'evidence.unknown-file');
      }
    }
  }
}
