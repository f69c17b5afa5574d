import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '..');

const markdownIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return markdownIn(path);
    return name.endsWith('.md') ? [path] : [];
  });

const documents = [...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'services/README.md'].map((name) => join(root, name)), ...markdownIn(join(root, 'docs'))];

const linksOf = (document: string): string[] =>
  [...readFileSync(document, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link).filter((link) => !link.includes('://'));

describe('the documentation', () => {
  it.each(documents.map((document) => relative(root, document)))('%s links only to what is there', (name) => {
    const document = join(root, name);
    expect(linksOf(document).filter((link) => !existsSync(join(dirname(document), link)))).toEqual([]);
  });
});
