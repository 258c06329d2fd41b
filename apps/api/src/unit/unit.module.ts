import { Module } from '@nestjs/common';
import { ListUnitsHandler } from './list-units.query.ts';
import { CarryOutUnitHandler } from './unit.command.ts';
import { UnitController } from './unit.controller.ts';

@Module({ controllers: [UnitController], providers: [CarryOutUnitHandler, ListUnitsHandler] })
export class UnitModule {}
