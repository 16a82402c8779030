import { Module } from '@nestjs/common';
import { OrdersModule } from '#yui/orders';
import { AuditQueries } from './audit/audit.queries.js';
import { ReportQueries } from './report.queries.js';

const queries = [AuditQueries, ReportQueries];

@Module({ imports: [OrdersModule], providers: queries, exports: queries })
export class ReportsModule {}
