import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Hub } from '@samspor/casework';
import { Access } from '../auth/access.decorator.js';
import { DemoPeople } from '../auth/demo-people.js';
import { startPage } from './start-page.js';

/** What a visitor's browser meets first. */
@ApiExcludeController()
@Access('public')
@Controller()
export class StartPageController {
  private readonly since = new Date();

  constructor(
    private readonly hub: Hub,
    private readonly people: DemoPeople,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  )
  async page(@Headers('host') host = ''): Promise<string> {
    return startPage({
      since: this.since,
      obstacle: await this.hub.obstacle(),
      events: await this.hub.events.head(),
      views: await this.hub.projector.state(),
      people: this.people.all,
      production: this.hub.settings.production,
      host: /^[\w.:[\]-]{1,120}$/.test(host) ? host : 'localhost:3000',
    });
  }
}
