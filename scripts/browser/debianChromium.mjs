import { spawnSync } from 'node:child_process'

import { systemChromium } from './systemChromium.mjs'

const apt = (...args) =>
  spawnSync('apt-get', args, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** Installs Debian's Chromium, where we are root on a Debian. */
export function debianChromium() {
  if (process.getuid?.() !== 0 || !apt('--version')) {
    return undefined
  }
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  return systemChromium()
}
