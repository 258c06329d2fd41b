import { Module } from '@nestjs/common';
import { FileController } from './file.controller.ts';

@Module({ controllers: [FileController] })
export class FileModule {}
