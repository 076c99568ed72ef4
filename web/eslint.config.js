import { readdirSync } from 'node:fs';
import path from 'node:path';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const source = path.resolve(import.meta.dirname, 'src');
const features = readdirSync(path.join(source, 'features'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Where an import leads inside src/, or null when it leaves it. */
function target(fileName, request) {
  if (request.startsWith('@/')) return request.slice(2);
  if (!request.startsWith('.')) return null;
  return path
    .relative(source, path.resolve(path.dirname(fileName), request))
    .split(path.sep)
    .join('/');
}

/** Zones: a feature sees itself and the shared folders, shared folders never see a feature, nothing shipped sees the fakes. */
const borders = {
  rules: {
    borders: {
      meta: { type: 'problem', schema: [], messages: { crossing: '{{from}} may not import {{to}}.' } },
      create(context) {
        const parts = path.relative(source, context.filename).split(path.sep);
        const feature = parts[0] === 'features' ? parts[1] : null;
        const check = (node) => {
          if (node.source?.type !== 'Literal') return;
          const to = target(context.filename, String(node.source.value));
          if (to === null) return;
          const [zone, name] = to.split('/');
          const report = () => context.report({ node, messageId: 'crossing', data: { from: parts.slice(0, 2).join('/'), to } });
          if (zone === 'testing' && parts[0] !== 'testing' && !context.filename.includes('.test.')) report();
          if (zone === 'app' && parts[0] !== 'app' && parts[0] !== 'main.tsx') report();
          if (zone !== 'features' || !features.includes(name)) return;
          if (feature === null ? parts[0] !== 'app' : feature !== name) report();
        };
        return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
      },
    },
  },
};

export default tseslint.config(
  { ignores: ['dist', 'src/api/generated', 'screenshots'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
      globals: globals.browser,
    },
    plugins: { 'react-hooks': reactHooks, director: borders },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'director/borders': 'error',
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Props and handlers are written as methods; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['src/i18n/*.ts', 'src/testing/**/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['scripts/**/*.mjs', 'e2e/**/*.mjs', '*.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
);
