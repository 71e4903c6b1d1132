import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const NAMES = [
  ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  ...['google-chrome-beta', 'microsoft-edge-stable', 'microsoft-edge'],
]

const onPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))

const CANDIDATES = {
  linux: () => [...onPath(), '/opt/google/chrome/chrome'],
  darwin: () => [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...onPath(),
  ],
  win32: () =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((variable) => process.env[variable])
      .filter(Boolean)
      .flatMap((folder) => [
        path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
        path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
}

/** Whether it starts at all: Ubuntu's `chromium-browser` may be a note that one should install a snap. */
export const runs = (file) =>
  fs.existsSync(file) &&
  // On Windows the question opens a window.
  (process.platform === 'win32' ||
    spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0)

/** A Chromium, Chrome or Edge that the machine has, or undefined. */
export const systemChromium = () =>
  (CANDIDATES[process.platform] ?? onPath)().find(runs)
