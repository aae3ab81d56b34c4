import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Hub } from '@samspor/casework';
import { Access } from '../auth/access.decorator.js';
import { problemOf } from '../problem.js';
import { Metrics } from './metrics.js';

export class Live {
  @ApiProperty({ example: 'ok' }) readonly status: 'ok';
}

export class ViewHealth {
  @ApiProperty({ example: 'trekant' }) readonly view: string;
  @ApiProperty({ example: 'live', enum: ['live', 'building', 'stopped', 'outdated'] }) readonly mode: string;
  @ApiProperty({ example: 0, description: 'Events that it has not seen.' }) readonly lag: number;
  @ApiProperty({ example: 0, description: 'Streams that it has set aside; samspor doctor names them.' }) readonly parked: number;
  @ApiProperty({ example: 0.4, description: 'Seconds since it showed life.' }) readonly silentSeconds: number;
}

export class Health extends Live {
  @ApiProperty({ type: [ViewHealth] }) readonly views: readonly ViewHealth[];
}

/** Health for machines: counts by view, no ids and no personal data. */
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
  live(): Live {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Writes are taken and the views follow.' })
  async ready(): Promise<Health> {
    const [obstacle, views] = [await this.hub.obstacle(), await this.views()];
    if (obstacle !== undefined)
      throw new ServiceUnavailableException({ problem: { ...problemOf(503, 'not-ready', 'Not ready', { detail: obstacle }), views } });
    return { status: 'ok', views };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Metrics for Prometheus.' })
  text(): Promise<string> {
    return this.metrics.text();
  }

  private async views(): Promise<readonly ViewHealth[]> {
    const states = await this.hub.projector.state().catch(() => []);
    return states.map(({ view, mode, lag, parked, beatAgeMs }) => ({
      view,
      mode,
      lag: Number(lag),
      parked,
      silentSeconds: Math.round(beatAgeMs / 100) / 10,
    }));
  }
}
