import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { AggregateCommand } from './command.ts';
import { ReadPosition } from './read-position.ts';

/** Sends a command and answers as every command does: with the sealed position to read after. */
@Injectable()
export class Recorder {
  constructor(
    private readonly commands: CommandBus,
    private readonly readPosition: ReadPosition,
  ) {}

  async record(command: AggregateCommand<unknown>): Promise<{ position: string; version: number }> {
    const { position, version } = await this.commands.execute(command);
    return { position: await this.readPosition.sealed(position), version };
  }
}
