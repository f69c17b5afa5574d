import type { Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { checkAccess } from '../http/access.js';
import { httpAdapter } from '../http/adapter.js';
import { openApiOf } from '../http/open-api.js';
import { definitionOf } from './definition.js';
import { BOOT, FOUNDATION } from './tokens.js';

class Described {}

/**
 * The OpenAPI document of a service, from its AppModule alone: nothing is opened, nothing runs, no configuration is needed.
 * Throws where a route does not say who may use it.
 */
export const describeService = async (appModule: Type): Promise<OpenAPIObject> => {
  const nothing = [BOOT, FOUNDATION].map((provide) => ({ provide, useValue: undefined }));
  const root = { module: Described, global: true, imports: [appModule], providers: nothing, exports: [BOOT, FOUNDATION] };
  const app = await NestFactory.create<NestFastifyApplication>(root, httpAdapter(), { preview: true, logger: false, abortOnError: false });
  checkAccess(app.get(ModulesContainer));
  return openApiOf(app, definitionOf(appModule).name);
};
