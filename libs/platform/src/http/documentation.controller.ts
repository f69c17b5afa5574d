import { Controller, Get, Injectable, type INestApplication } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from './access.js';
import { openApiOf } from './open-api.js';

/** What the service says of its own API; made once, when all routes are known. */
@Injectable()
export class Documentation {
  private document: OpenAPIObject | undefined;

  describe(app: INestApplication, service: string): void {
    this.document = openApiOf(app, service);
  }

  read(): OpenAPIObject {
    if (!this.document) throw new Error('the service has not started');
    return this.document;
  }
}

/** The description of the API is public: it is the same as in the repository. */
@Controller()
@ApiExcludeController()
export class DocumentationController {
  constructor(private readonly documentation: Documentation) {}

  @Get('openapi.json')
  @Open()
  show(): OpenAPIObject {
    return this.documentation.read();
  }
}
