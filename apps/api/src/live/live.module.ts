import { Module } from '@nestjs/common';
import { LiveController } from './live.controller.ts';
import { LiveStream } from './live-stream.ts';

@Module({ controllers: [LiveController], providers: [LiveStream] })
export class LiveModule {}
