import { Injectable } from '@nestjs/common';
import { Hub } from '@samspor/casework';
import type { ViewState } from '@samspor/projections';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Counts and times by route template, status and command type: never by person. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'samspor_http_request_seconds',
    help: 'Time to answer, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });
  private readonly commands = new Counter({
    name: 'samspor_commands_total',
    help: 'Commands told, by type and outcome.',
    labelNames: ['type', 'outcome'],
    registers: [this.registry],
  });

  private readonly shed = new Counter({
    name: 'samspor_requests_shed_total',
    help: 'Requests that were turned away unread, by why.',
    labelNames: ['why'],
    registers: [this.registry],
  });

  constructor(hub: Hub) {
    collectDefaultMetrics({ register: this.registry });
    const gauge = (name: string, help: string, value: (state: ViewState) => number) =>
      new Gauge({
        name,
        help,
        labelNames: ['view'],
        registers: [this.registry],
        async collect() {
          for (const state of await hub.projector.state()) this.set({ view: state.view }, value(state));
        },
      });
    gauge('samspor_view_lag_events', 'Events that a view has not seen yet.', ({ lag }) => Number(lag));
    gauge('samspor_view_parked_streams', 'Streams that a view has set aside since it could not fold an event.', ({ parked }) => parked);
    gauge('samspor_view_heartbeat_age_seconds', 'Seconds since the projector last showed life.', ({ beatAgeMs }) => beatAgeMs / 1000);
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  told(type: string, outcome: 'stored' | 'repeated' | 'refused'): void {
    this.commands.inc({ type, outcome });
  }

  turnedAway(why: string): void {
    this.shed.inc({ why });
  }

  /** Asks for the number of requests in flight each time that metrics are read. */
  watchInFlight(count: () => number): void {
    const { registry } = this;
    new Gauge({
      name: 'samspor_requests_in_flight',
      help: 'Requests that are worked on now.',
      registers: [registry],
      collect() {
        this.set(count());
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
