const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** Keeps a library from all other libraries than those it may know. */
const layer = (library, known, comment) =>
  error(`layers-${library}`, comment, { path: `^libs/${library}/` }, { path: `^libs/(?!(${known})/)` });

const forbidden = [
  error('no-cycles', 'Decorated classes in a cycle fail at load time: Cannot access before initialization.', {}, { circular: true }),
  error(
    'domain-is-pure',
    'The domain reads no clock, file or network: only itself and national identity numbers.',
    { path: '^libs/domain/src/', pathNot: '/testing/|\\.spec\\.ts$' },
    { pathNot: '^libs/domain/src/|node_modules/@navikt/fnrvalidator/' },
  ),
  error('libs-know-no-apps', 'Libraries serve any app.', { path: '^libs/' }, { path: '^apps/' }),
  error('apps-stand-alone', 'Apps meet in libraries.', { path: '^apps/([^/]+)/' }, { path: '^apps/(?!$1/)' }),
  layer('sqlite', 'sqlite', 'The driver port knows nothing of what is kept with it.'),
  layer('privacy', 'privacy|domain|sqlite', 'Privacy keeps keys; the domain is all else it knows.'),
  layer('event-store', 'event-store|domain|privacy|sqlite', 'The store knows the domain, and privacy for what it encrypts.'),
  layer('projections', 'projections|event-store|domain|sqlite', 'Projections know what is stored, not who asks.'),
  error(
    'access-knows-no-storage',
    'Access judges what it is given; the domain is all it knows.',
    { path: '^libs/access/', pathNot: '^libs/access/src/adapters/' },
    { path: '^libs/(?!(access|domain)/)' },
  ),
  error(
    'libs-by-front-door',
    'A library is used through its index only.',
    { path: '^(apps|libs|test)/([^/]+)/' },
    { path: '^libs/[^/]+/src/(?!(testing/)?index\\.ts$)', pathNot: '^$1/$2/' },
  ),
  error(
    'drivers-in-adapters',
    'A database driver is known to the driver port and to adapters.',
    { pathNot: '^libs/sqlite/src/|^libs/[^/]+/src/(adapters|sqlite)/' },
    { path: '^(node:)?sqlite$|(^|node_modules/)(@photostructure/sqlite|mongodb|@eventstore|@kurrent)(/|$)' },
  ),
  error(
    'adapters-by-index-only',
    'Code depends on ports; the index of the library hands out the adapters.',
    { pathNot: '/(adapters|sqlite)/|^libs/[^/]+/src/index\\.ts$|\\.spec\\.ts$' },
    { path: '^libs/[^/]+/src/adapters/' },
  ),
  error(
    'views-are-pure',
    'A view is a fold over events, so that it can be rebuilt anywhere.',
    { path: '^libs/projections/src/views/', pathNot: '\\.spec\\.ts$' },
    { pathNot: '^libs/(domain/src/index|event-store/src/index|projections/src/(views/|view\\.ts))' },
  ),
  error(
    'no-testing-in-production',
    'What is made for tests is not built.',
    { pathNot: '\\.spec\\.ts$|/testing/|^test/' },
    { path: '/testing/' },
  ),
  error('no-orphans', 'A file that nothing imports does nothing.', { orphan: true, pathNot: '\\.d\\.ts$|main\\.ts$|\\.spec\\.ts$' }, {}),
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules|^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
