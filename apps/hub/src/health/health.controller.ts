import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Hub } from '@samspor/casework';
import { Access } from '../auth/access.decorator.js';
import { problemOf } from '../problem.js';
import { Metrics } from './metrics.js';

export class Health {
  @ApiProperty({ example: 'ok' }) readonly status: 'ok';
}

/** Health for machines: no details, no personal data. */
@ApiTags('Operations')
@Access('public')
@Controller()
export class HealthController {
  constructor(
    private readonly hub: Hub,
    private readonly metrics: Metrics,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs.' })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Writes are taken and the views follow.' })
  async ready(): Promise<Health> {
    const obstacle = await this.hub.obstacle();
    if (obstacle !== undefined)
      throw new ServiceUnavailableException({ problem: problemOf(503, 'not-ready', 'Not ready', { detail: obstacle }) });
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Metrics for Prometheus.' })
  text(): Promise<string> {
    return this.metrics.text();
  }
}
