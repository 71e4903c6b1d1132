import { readdirSync, readFileSync } from 'fs'
import { join } from 'path'

import { compileMessage } from '@lingui/message-utils/compileMessage'
import ts from 'typescript'

import { compile } from './compile'
import german from './german'

const SOURCES = join(__dirname, '../..')

/** The messages that a file asks for, and the lists of messages that it has. */
function messagesOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true
  )
  const found: string[] = []
  const collect = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) {
      found.push(node.text)
    } else if (ts.isConditionalExpression(node)) {
      collect(node.whenTrue)
      collect(node.whenFalse)
    } else if (ts.isAsExpression(node)) {
      collect(node.expression)
    } else if (ts.isArrayLiteralExpression(node)) {
      node.elements.forEach(collect)
    }
  }
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 't') {
      node.arguments.slice(0, 1).forEach(collect)
    }
    if (
      ts.isSatisfiesExpression(node) &&
      /\bText\b/.test(node.type.getText())
    ) {
      collect(node.expression)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test|\.mock|\.d)\.tsx?$/.test(path))
  .map((path) => join(SOURCES, path))

const argumentsOf = (message: string) =>
  compile(message).flatMap((token) =>
    typeof token === 'string' ? [] : token.slice(0, 2).join()
  )

describe('the German messages', () => {
  const asked = new Set(sources.flatMap(messagesOf))
  const pairs = Object.entries(german)

  it('are all that the page asks for, and no others', () => {
    expect(asked.size).toBeGreaterThan(500)
    expect([...asked].filter((message) => !(message in german))).toEqual([])
    expect(Object.keys(german).filter((key) => !asked.has(key))).toEqual([])
  })

  it('have the same arguments as the English ones', () => {
    const withOthers = pairs.filter(
      ([english, translated]) =>
        argumentsOf(english).sort().join() !==
        argumentsOf(translated).sort().join()
    )
    expect(withOthers).toEqual([])
  })

  it('are compiled as Lingui would', () => {
    const messages = pairs.flat()
    expect(messages.map(compile)).toEqual(
      messages.map((message) => compileMessage(message))
    )
  })
})
