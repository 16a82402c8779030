import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { OrdersModule } from '#yui/orders';
import { REPORTS_FEATURES } from './reports.features.js';

@Module(moduleOf(REPORTS_FEATURES, [OrdersModule]))
export class ReportsModule {}
