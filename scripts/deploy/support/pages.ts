import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'

import { inProject } from './project'

export const PAGE = '<!doctype html><title>Heliograph</title>'

/** A project with our API and a page of one line, since the pages are built later than the scripts are tested. */
export function projectWithPage(t: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heliograph-pages-'))
  t.after(() => fs.rmSync(folder, { recursive: true }))
  fs.mkdirSync(path.join(folder, 'web', 'dist'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'web', 'dist', 'index.html'), PAGE)
  fs.copyFileSync(inProject('redwood.toml'), path.join(folder, 'redwood.toml'))
  fs.symlinkSync(inProject('api'), path.join(folder, 'api'))
  return folder
}
