import { z } from 'zod';
import { pointerOf, SchemaPipe } from './schema.pipe.js';

const pipe = new SchemaPipe();
const review = z.strictObject({ quality: z.array(z.object({ site: z.enum(['hip', 'spine']) })), comment: z.string().trim() });

describe('the form of a request', () => {
  it('is what the schema makes of it', async () => {
    const value = { quality: [{ site: 'hip' }], comment: ' fine ' };
    expect(await pipe.transform(value, { type: 'body', schema: review })).toEqual({
      quality: [{ site: 'hip' }],
      comment: 'fine',
    });
  });

  it('is left alone where nothing is asked for', async () => {
    expect(await pipe.transform('anything', { type: 'param', data: 'id' })).toBe('anything');
  });

  it('is refused with every place', async () => {
    const value = { quality: [{ site: 'hip' }, { site: 'nose' }], comment: 7 };
    await expect(pipe.transform(value, { type: 'body', schema: review })).rejects.toMatchObject({
      status: 400,
      errors: [
        { in: 'body', pointer: '/quality/1/site' },
        { in: 'body', pointer: '/comment' },
      ],
    });
  });

  it('is refused by the name of a parameter', async () => {
    await expect(pipe.transform('x', { type: 'query', data: 'date', schema: z.iso.date() })).rejects.toMatchObject({
      errors: [{ in: 'query', pointer: '/date' }],
    });
  });

  it('has pointers in which ~ and / are escaped', () => {
    expect(pointerOf(['a/b', 'c~d', 0, { key: 'e' }])).toBe('/a~1b/c~0d/0/e');
  });
});
