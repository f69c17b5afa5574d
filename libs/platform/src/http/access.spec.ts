import { Controller, Get, Module, Sse, type Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { EventPattern } from '@nestjs/microservices';
import { Allow, checkAccess, Open, SignedIn } from './access.js';
import { httpAdapter } from './adapter.js';

@Controller('guarded')
class Guarded {
  @Get('reports') @Allow('see-report') reports() {}
  @Get('me') @SignedIn() me() {}
  @Get('health') @Open() health() {}
  notARoute() {}
}

@Controller('forgotten')
class Forgotten {
  @Get('allowed') @Allow('see-report') allowed() {}
  @Get('reports') reports() {}
  @Sse('changes') changes() {}
}

@Controller()
class HearsOnly {
  @EventPattern<string>('osteon.reading.ScanReviewed.v1') hear() {}
}

const check = async (...controllers: Type[]): Promise<void> => {
  @Module({ controllers })
  class AppModule {}
  const app = await NestFactory.create(AppModule, httpAdapter(), { logger: false });
  try {
    checkAccess(app.get(ModulesContainer));
  } finally {
    await app.close();
  }
};

describe('access to endpoints', () => {
  it('boots when every route says who may use it', async () => {
    await expect(check(Guarded, HearsOnly)).resolves.toBeUndefined();
  });

  it('does not boot with a route that says nothing, and names it', async () => {
    await expect(check(Guarded, Forgotten)).rejects.toThrow('no @Allow on Forgotten.reports, Forgotten.changes');
  });
});
