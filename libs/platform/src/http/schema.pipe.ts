import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Problem, type RequestError } from './problem.js';

type Segment = PropertyKey | { readonly key: PropertyKey };

const escaped = (segment: Segment): string =>
  String(typeof segment === 'object' ? segment.key : segment)
    .replaceAll('~', '~0')
    .replaceAll('/', '~1');

/** RFC 6901. */
export const pointerOf = (path: readonly Segment[]): string => path.map((segment) => `/${escaped(segment)}`).join('');

/** Checks what `@Body({ schema })`, `@Query(name, { schema })` and `@Param(name, { schema })` ask for; 400 with every place. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema) return value;
    const result = await schema['~standard'].validate(value);
    if (!result.issues) return result.value;
    const name = data === undefined ? [] : [data];
    const errors = result.issues.map(({ path = [], message }): RequestError => ({
      in: type,
      pointer: pointerOf([...name, ...path]),
      detail: message,
    }));
    throw new Problem(400, 'REQUEST_INVALID', 'The request does not have the form that is asked for.', { errors });
  }
}
