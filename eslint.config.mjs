import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const THROUGH_UNIT_OF_WORK = 'Read with UnitOfWork.read, write with UnitOfWork.run or command.';

/** What may hold connections of its own, and why. */
const PAST_UNIT_OF_WORK = [
  // The way itself.
  'libs/platform/database/**',
  // Events and tasks belong to no organisation; only the worker touches them.
  'libs/platform/outbox/**',
  // Takes the whole database out, and brings it back.
  'libs/platform/backup/**',
  'libs/platform/queue/**',
  // Opens and closes a database for the command line, then works through UnitOfWork.
  'libs/directory/setup/open-directory.ts',
  'libs/identity/people/add-platform-admin-to.ts',
  // Makes the database and looks whether it answers.
  'apps/cli/start/**',
  // Buckets belong to nobody: one function of the database, without a scope and without a transaction of ours.
  'libs/platform/rate-limit/*.ts',
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'apps/web/data/generated/', 'apps/web/vite.config.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // One way to the database: UnitOfWork, which sets whose rows are seen. Whoever went past it would see none.
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: PAST_UNIT_OF_WORK,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'typeorm',
              importNames: ['DataSource', 'Repository', 'createQueryRunner', 'getRepository', 'getManager'],
              message: THROUGH_UNIT_OF_WORK,
            },
            {
              name: '@nestjs/typeorm',
              importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager'],
              message: THROUGH_UNIT_OF_WORK,
            },
            { name: 'pg', message: THROUGH_UNIT_OF_WORK },
            { name: '#yui/platform', importNames: ['createDataSource'], message: THROUGH_UNIT_OF_WORK },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name=/^(getRepository|createQueryRunner)$/]',
          message: THROUGH_UNIT_OF_WORK,
        },
      ],
    },
  },
  {
    // Whatever is tried at random can be tried again: the seed of the run, which is said when something fails.
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    ignores: ['test/harness/property.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='fc'][property.name=/^(assert|check|sample|statistics)$/]",
          message:
            'Use assertProperty, checkProperty or sampleOf of test/harness/property.ts: they take and say the seed.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Use randomNumbers of test/harness/property.ts: it takes the seed of the run.',
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [jsxA11y.configs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-console': 'error',
      // How the router is told to go elsewhere.
      '@typescript-eslint/only-throw-error': ['error', { allow: ['Redirect', 'NotFoundError'] }],
      // Roles that a table loses when it is laid out as cards.
      'jsx-a11y-x/no-redundant-roles': 'off',
      'jsx-a11y-x/no-interactive-element-to-noninteractive-role': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXText[value=/[\\p{L}]/u]',
          message: 'What people read comes from the words of the feature.',
        },
        {
          selector:
            'JSXAttribute[name.name=/^(label|title|alt|heading|hint|caption|submitLabel|placeholder|aria-label)$/] > Literal',
          message: 'What people read comes from the words of the feature.',
        },
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text stays text.' },
      ],
    },
  },
  {
    // The command line and the scripts talk to a person through the terminal.
    files: ['apps/cli/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
