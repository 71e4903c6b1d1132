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
  })
  if (code !== 0) {
    if (!fullDisk() && !output.includes('ENOSPC')) {
      console.error(output)
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
