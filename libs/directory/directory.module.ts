import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { DIRECTORY_FEATURES } from './directory.features.js';

/** Desks, buyers, facilities, what facilities can do and how much of it they can still promise. */
@Module(moduleOf(DIRECTORY_FEATURES))
export class DirectoryModule {}
