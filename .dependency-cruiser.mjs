// Who may import what: docs/architecture.md. The order of modules is the order below; a module may use those before it.
const MODULES = [
  ['identity', 'access', 'audit'],
  ['standards', 'vocabularies', 'places'],
  ['registry'],
  ['procedures'],
  ['media', 'preservation'],
  ['search'],
  ['exchange', 'programme', 'conservation', 'training', 'visits', 'portal-content', 'open-data'],
  ['starter'],
];

const notTests = '\\.(test|fixture)\\.tsx?$';

const laterModules = MODULES.flatMap((group, index) => {
  const later = MODULES.slice(index + 1).flat();
  if (later.length === 0) return [];
  return [
    {
      name: `modules-order-${group[0]}`,
      comment: 'A module may use only modules before it in the order of docs/architecture.md.',
      severity: 'error',
      from: { path: `^src/modules/(${group.join('|')})/`, pathNot: notTests },
      to: { path: `^src/modules/(${later.join('|')})/` },
    },
  ];
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'formats-are-pure',
      comment: 'Codecs and calculations: no file system, network, process or clock of the system.',
      severity: 'error',
      from: { path: '^src/formats/', pathNot: notTests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|crypto|zlib|stream|stream/promises)$' },
    },
    {
      name: 'formats-know-no-layer',
      severity: 'error',
      from: { path: '^src/formats/', pathNot: notTests },
      to: { path: '^src/(platform|modules|web|main)/' },
    },
    {
      name: 'formats-through-index',
      severity: 'error',
      from: { path: '^src/formats/([^/]+)/' },
      to: { path: '^src/formats/[^/]+/', pathNot: ['^src/formats/$1/', '^src/formats/[^/]+/index\\.ts$'] },
    },
    {
      name: 'platform-knows-no-heritage',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: notTests },
      to: { path: '^src/(formats|modules|web|main)/' },
    },
    {
      name: 'modules-below-web-and-main',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: notTests },
      to: { path: '^src/(web|main)/' },
    },
    {
      name: 'through-index',
      comment: 'The face of a module or format is its index.ts; its inner files are its own.',
      severity: 'error',
      from: { path: '^(src/(platform|modules|web|main)/|tests/|bench/)' },
      to: { path: '^src/formats/[^/]+/', pathNot: '^src/formats/[^/]+/index\\.ts$' },
    },
    {
      name: 'modules-through-index',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'modules-through-index-from-outside',
      severity: 'error',
      from: { path: '^(src/(web|main)/|tests/|bench/)' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'web-has-no-sql',
      severity: 'error',
      from: { path: '^src/web/', pathNot: notTests },
      to: { path: '^(src/main/|src/platform/(?!http/|i18n/)|node_modules/(kysely|pg)/)' },
    },
    {
      name: 'islands-are-browser-code',
      severity: 'error',
      from: { path: '^src/web/islands/', pathNot: notTests },
      to: { path: '^src/', pathNot: '^src/web/(islands|components)/' },
    },
    {
      name: 'islands-use-no-node',
      severity: 'error',
      from: { path: '^src/web/islands/', pathNot: notTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-code-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: notTests },
      to: { path: '(^tests/|^bench/|\\.(test|fixture)\\.tsx?$)' },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^src/', pathNot: notTests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    ...laterModules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
