import { Controller, Get, Injectable, type INestApplication } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from './access.js';

/** What the service says of its own API; made once, when all routes are known. */
@Injectable()
export class Documentation {
  private document: OpenAPIObject | undefined;

  describe(app: INestApplication, service: string): void {
    const head = new DocumentBuilder()
      .setTitle(`Osteon ${service}`)
      .setVersion('1')
      .addServer(`/api/${service}`)
      .addBearerAuth()
      .addSecurityRequirements('bearer')
      .build();
    this.document = SwaggerModule.createDocument(app, head);
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
