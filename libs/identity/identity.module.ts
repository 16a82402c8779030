import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { IDENTITY_FEATURES } from './identity.features.js';

/** Who people are, how they prove it, and which roles they hold. */
@Module(moduleOf(IDENTITY_FEATURES))
export class IdentityModule {}
