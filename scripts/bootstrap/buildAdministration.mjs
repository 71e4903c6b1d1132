import path from 'node:path'

import { inRoot } from './paths.mjs'

/** Scripts that a machine in production runs too, where Redwood's CLI is not installed. */
export const ADMINISTRATION = [
  'afterRestore',
  'createApiKey',
  'createUser',
  'listApiKeys',
  'revokeApiKey',
]

const BUILT = inRoot('api', 'dist', 'administration')

export const builtScript = (name) => path.join(BUILT, `${name}.js`)

/** What is the API's own is there already, built. */
const API = {
  name: 'api',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^api\/src\// }, (asked) => ({
      path: asked.path.replace('api/src/', '../'),
      external: true,
    })),
}

/** Builds what `rw exec` runs into api/dist, beside the API that it calls. */
export async function buildAdministration() {
  const { build } = await import('esbuild')
  await build({
    entryPoints: ADMINISTRATION.map((name) => inRoot('scripts', `${name}.ts`)),
    outdir: BUILT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    plugins: [API],
    logLevel: 'error',
  })
}
