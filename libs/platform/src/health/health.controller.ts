import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Open } from '../http/access.js';
import { Health, type Readiness } from './health.js';

/** The only endpoints without sign-in: probes have none, and there is nothing to see. */
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process answers. */
  @Get('live')
  @Open()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 200 when the service can do its work, 503 with the part that is missing. */
  @Get('ready')
  @Open()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; checks: Readiness }> {
    const checks = await this.health.ready();
    const isReady = Object.values(checks).every((state) => state === 'ok');
    reply.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not-ready', checks };
  }
}
