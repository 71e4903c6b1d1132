import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

import { PlainError, freeMegabytes, fullDisk } from './errors.mjs'
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs'
import { inRoot, root } from './paths.mjs'
import { runQuietly } from './processes.mjs'

const STAMP = inRoot('node_modules', '.heliograph-install')
const MEGABYTES_NEEDED = 1500

/** What the packages in node_modules follow from. */
const mark = () =>
  fingerprint(
    [
      'package.json',
      'api/package.json',
      'web/package.json',
      'yarn.lock',
      '.yarnrc.yml',
    ].map((name) => inRoot(name)),
    [process.versions.modules, process.platform, process.arch]
  )

/** yarn as it is pinned, by npm alone; once it is installed, without npm. */
function yarn() {
  const installed = inRoot(
    'node_modules',
    '@yarnpkg',
    'cli-dist',
    'bin',
    'yarn.js'
  )
  if (fs.existsSync(installed)) {
    return [process.execPath, [installed]]
  }
  const { devDependencies } = JSON.parse(
    fs.readFileSync(inRoot('package.json'), 'utf8')
  )
  const pinned = `@yarnpkg/cli-dist@${devDependencies['@yarnpkg/cli-dist']}`
  return ['npx', ['--yes', '-p', pinned, 'yarn']]
}

/** npm's settings of the network under yarn's names: yarn doesn't read .npmrc, where a company keeps them. */
const NETWORK = {
  npm_config_registry: 'YARN_NPM_REGISTRY_SERVER',
  npm_config_cafile: 'YARN_HTTPS_CA_FILE_PATH',
  npm_config_proxy: 'YARN_HTTP_PROXY',
  npm_config_https_proxy: 'YARN_HTTPS_PROXY',
}

/** What npm was told of the network, for yarn; what yarn was told itself wins. */
export const yarnEnv = (env) => ({
  ...Object.fromEntries(
    Object.entries(NETWORK)
      .filter(([npm]) => env[npm])
      .map(([npm, yarn]) => [yarn, env[npm]])
  ),
  // A registry that can't be reached is told now, not in ten minutes.
  YARN_HTTP_RETRY: '2',
  ...env,
})

/** npm's own answer where a command was not started by npm, which else tells its scripts. */
function npmConfig(name) {
  const { status, stdout } = spawnSync('npm', ['config', 'get', name], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const value = status === 0 ? stdout.trim() : ''
  return value && value !== 'null' && value !== 'undefined' ? value : undefined
}

const networkEnv = () => {
  const asked = Object.keys(NETWORK)
    .filter((name) => !process.env[name])
    .map((name) => [
      name,
      npmConfig(name.replace('npm_config_', '').replace('_', '-')),
    ])
    .filter(([, value]) => value)
  return yarnEnv({ ...Object.fromEntries(asked), ...process.env })
}

/** The line of an error that says what is wrong, without the stacks around it. */
const summary = (output) =>
  output
    .split('\n')
    .filter((line) =>
      /RequestError|YN00(?!00|02|04|05|13|60|85|86)\d\d/.test(line)
    )
    .slice(0, 3)
    .join('\n') || output

/** yarn's steps, without its hundreds of lines on other people's packages. */
const tellSteps = (text) => {
  for (const [, step] of text.matchAll(/┌ (.+)/g)) {
    console.log(`  ${step}`)
  }
}

/** Installs the packages, if package.json or yarn.lock asks for others than are there. */
export async function ensureInstalled() {
  const wanted = mark()
  if (isStamped(STAMP, wanted)) {
    return
  }
  const fresh = !fs.existsSync(inRoot('node_modules', '@redwoodjs'))
  if (fresh && freeMegabytes(root) < MEGABYTES_NEEDED) {
    throw new PlainError(
      `The disk that holds ${root} is full: the packages need about ${MEGABYTES_NEEDED} MB. Free some and run the same command again.`
    )
  }
  console.log('Installing packages (the first time takes about a minute) …')
  const [command, args] = yarn()
  const { code, output } = await runQuietly(command, [...args, 'install'], {
    shell: process.platform === 'win32' && command === 'npx',
    onText: tellSteps,
    env: networkEnv(),
  })
  if (code !== 0) {
    if (!fullDisk() && !output.includes('ENOSPC')) {
      console.error(summary(output))
    }
    throw Object.assign(
      new PlainError('The packages could not be installed.'),
      {
        code: output.includes('ENOSPC') ? 'ENOSPC' : undefined,
      }
    )
  }
  // An install may have changed yarn.lock.
  writeStamp(STAMP, mark())
}
