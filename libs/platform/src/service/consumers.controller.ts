import { Controller, Get, Inject } from '@nestjs/common';
import type { GroupLag } from '@osteon/messaging';
import { Allow } from '../http/index.js';
import type { Foundation } from './foundation.js';
import { FOUNDATION } from './tokens.js';

/** How far this service is behind what the others have published. */
@Controller('operations/consumers')
export class ConsumersController {
  constructor(@Inject(FOUNDATION) private readonly foundation: Foundation) {}

  /** By group, topic and partition; asks the broker. */
  @Get()
  @Allow('see-streams')
  async lag(): Promise<{ consumers: GroupLag[] }> {
    return { consumers: await this.foundation.transport.lag() };
  }
}
