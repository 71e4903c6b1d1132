import fs from 'node:fs'
import path from 'node:path'

import { marked, type Token, type Tokens } from 'marked'

import { inRoot } from '../../bootstrap/paths.mjs'

export interface Block {
  /** The first word behind the fence. */
  language: string
  /** Whether it says `background`: it goes on while those behind it run. */
  isBackground: boolean
  text: string
  /** Where it begins, for whoever reads a failure. */
  place: string
}

export interface Page {
  /** From the root. */
  file: string
  blocks: Block[]
  /** Targets, also those of pictures. */
  links: string[]
  headings: string[]
  /** What stands between backticks. */
  spans: string[]
  tables: Tokens.Table[]
  text: string
}

const IMAGE_SOURCE = /(?:src|srcset)="([^"]+)"/g

/** A page of Markdown, taken apart. */
export function readPage(file: string): Page {
  const text = fs.readFileSync(inRoot(file), 'utf8')
  const page: Page = {
    file,
    blocks: [],
    links: [],
    headings: [],
    spans: [],
    tables: [],
    text,
  }
  let from = 0
  const visit = (token: Token) => {
    if (token.type === 'code') {
      const [language = '', ...words] = (token.lang ?? '').split(' ')
      from = text.indexOf(token.raw, from)
      page.blocks.push({
        language,
        isBackground: words.includes('background'),
        text: token.text,
        place: `${file}:${text.slice(0, from).split('\n').length}`,
      })
      from += 1
    } else if (token.type === 'link' || token.type === 'image') {
      page.links.push(token.href)
    } else if (token.type === 'html') {
      page.links.push(
        ...[...token.raw.matchAll(IMAGE_SOURCE)].map(([, target]) => target)
      )
    } else if (token.type === 'heading') {
      page.headings.push(token.text)
    } else if (token.type === 'codespan') {
      page.spans.push(token.text)
    } else if (token.type === 'table') {
      page.tables.push(token as Tokens.Table)
    }
  }
  marked.walkTokens(marked.lexer(text), visit)
  return page
}

const inDocs = () =>
  fs
    .readdirSync(inRoot('docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => path.posix.join('docs', name))

/** The pages whose commands are run. */
export const pages = () =>
  ['README.md', 'CONTRIBUTING.md', ...inDocs()].map(readPage)
