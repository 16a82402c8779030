import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '#yui/correspondence';
import { moduleOf } from '#yui/platform';
import { MOVE_IN_FEATURES } from './move-in.features.js';

/** A desk moves in with its past. */
@Module(moduleOf(MOVE_IN_FEATURES, [CorrespondenceModule]))
export class MoveInModule {}
