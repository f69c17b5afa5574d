import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { PERMISSION } from './access.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

const about = `Each operation says in \`${PERMISSION}\` which permission it asks for: one must hold it at some facility, and sees and does no more than at the facilities where one does. \`signed-in\` asks for a valid token only, \`open\` for nothing.
What is refused is answered with problem details (RFC 9457) that have a stable \`code\`.`;

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'One sentence for people.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: what programs decide by.' },
    values: { type: 'object', description: 'What the sentence is about.', additionalProperties: true },
    errors: { type: 'array', items: { type: 'object', additionalProperties: true }, description: 'Places of a request that do not fit (RFC 6901).' },
    correlationId: { type: 'string' },
  },
};

/** Swagger takes each parameter for required: the schema of one that may be absent is marked on its way through. */
const MAY_BE_ABSENT = 'x-may-be-absent';

const marked = (schema: unknown) => {
  if (!(schema instanceof z.ZodType) || !schema.isOptional()) return undefined;
  const { $schema: _dialect, ...converted } = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
  return { schema: { ...converted, [MAY_BE_ABSENT]: true } };
};

const withoutMark = (parameter: Parameter): Parameter => {
  if (!('schema' in parameter) || !parameter.schema || !(MAY_BE_ABSENT in parameter.schema)) return parameter;
  const { [MAY_BE_ABSENT]: _mark, ...schema } = parameter.schema;
  return { ...parameter, required: false, schema };
};

const isIfMatch = (parameter: Parameter): boolean => 'name' in parameter && parameter.name === 'If-Match';

/** What the edge itself can answer to an operation: status and sentence. */
const refusalsOf = ({ parameters = [], requestBody }: Operation, permission: string): [number, string][] => {
  const asks = permission !== 'open';
  const all: [boolean, number, string][] = [
    [parameters.length > 0 || requestBody !== undefined, 400, 'The request does not have the form that is asked for.'],
    [asks, 401, 'Not signed in.'],
    [asks && permission !== 'signed-in', 403, `No role of the caller brings ${permission}.`],
    [parameters.some(isIfMatch), 412, 'It has changed since it was seen.'],
    [parameters.some(isIfMatch), 428, 'If-Match is missing.'],
  ];
  return all.flatMap(([applies, status, sentence]): [number, string][] => (applies ? [[status, sentence]] : []));
};

const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

const completed = (operation: Operation): Operation => {
  const permission = String(Reflect.get(operation, PERMISSION));
  const refusals = refusalsOf(operation, permission).map(([status, sentence]) => [status, refused(sentence)]);
  return {
    ...operation,
    parameters: operation.parameters?.map(withoutMark),
    ...(permission === 'open' ? { security: [] } : {}),
    responses: { ...operation.responses, ...Object.fromEntries(refusals) },
  };
};

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;

const completedItem = (item: PathItem): PathItem => {
  const operations = methods.flatMap((method) => (item[method] ? [[method, completed(item[method])]] : []));
  return { ...item, ...Object.fromEntries(operations) };
};

/** The OpenAPI document of an application, as far as its controllers tell; it need not have started. */
export const openApiOf = (app: INestApplication, service: string): OpenAPIObject => {
  const head = new DocumentBuilder()
    .setTitle(`Osteon ${service}`)
    .setDescription(about)
    .setVersion('1')
    .addServer(`/api/${service}`)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  const { paths, components, ...told } = SwaggerModule.createDocument(app, head, { standardSchemaConverter: marked });
  return {
    ...told,
    paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, completedItem(item)])),
    components: { ...components, schemas: { ...components?.schemas, Problem: problem } },
  };
};
