import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const folder = join(import.meta.dirname, '../src/reporters/run/html');

/** Style and script of the HTML report as a module, so that the report needs no file beside the package's code. */
export async function reportAssets(): Promise<string> {
  const styles = await transform(await readFile(join(folder, 'style.css'), 'utf8'), {
    loader: 'css',
    minify: true,
    target: 'es2022',
  });
  const scripts = await build({
    entryPoints: [join(folder, 'client/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  });
  return [
    '// Generated from style.css and client/ by `npm run generate`. Do not edit.',
    constant('style', styles.code, 'Style of the page.'),
    constant('script', scripts.outputFiles[0]?.text ?? '', 'Script of the page.'),
  ].join('\n\n');
}

const constant = (name: string, text: string, comment: string): string =>
  `/** ${comment} */\nexport const ${name} =\n  ${JSON.stringify(text.trim())};${name === 'script' ? '\n' : ''}`;
