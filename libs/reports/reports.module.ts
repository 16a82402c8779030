import { Module } from '@nestjs/common';
import { ReportQueries } from './report.queries.js';

@Module({ providers: [ReportQueries], exports: [ReportQueries] })
export class ReportsModule {}
