import { readdirSync, readFileSync } from 'fs'
import { basename, dirname, join } from 'path'

import { compileMessage } from '@lingui/message-utils/compileMessage'
import ts from 'typescript'

import { compile } from './compile'
import german from './german'
import germanForAdministrators from './germanForAdministrators'

const SOURCES = join(__dirname, '../..')

const parse = (file: string) =>
  ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true
  )

/** The messages that a file asks for, and the lists of messages that it has. */
function messagesOf(file: string): string[] {
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
  /** What stands in a constant where its type says `Text`. */
  const collectTyped = (node: ts.Expression, type: ts.TypeNode): void => {
    if (ts.isAsExpression(node)) {
      collectTyped(node.expression, type)
    } else if (ts.isTypeOperatorNode(type)) {
      collectTyped(node, type.type)
    } else if (ts.isArrayTypeNode(type) && ts.isArrayLiteralExpression(node)) {
      node.elements.forEach((each) => collectTyped(each, type.elementType))
    } else if (ts.isTypeReferenceNode(type)) {
      const [, valueType] = type.typeArguments ?? []
      if (type.typeName.getText() === 'Text') {
        collect(node)
      } else if (valueType && ts.isObjectLiteralExpression(node)) {
        node.properties
          .filter(ts.isPropertyAssignment)
          .forEach(({ initializer }) => collectTyped(initializer, valueType))
      }
    } else if (
      ts.isTypeLiteralNode(type) &&
      ts.isObjectLiteralExpression(node)
    ) {
      const types = new Map(
        type.members
          .filter(ts.isPropertySignature)
          .map((member) => [member.name.getText(), member.type])
      )
      node.properties.filter(ts.isPropertyAssignment).forEach((property) => {
        const own = types.get(property.name.getText())
        if (own) {
          collectTyped(property.initializer, own)
        }
      })
    }
  }
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 't') {
      node.arguments.slice(0, 1).forEach(collect)
    }
    if (ts.isSatisfiesExpression(node)) {
      collectTyped(node.expression, node.type)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

/** The modules of ours that a file imports, also those that it imports when they are wanted. */
const importsOf = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /['"](src\/[^'"]+|\.\.?\/[^'"]+)['"]/g
    ),
  ]
    .map(([, path = '']) =>
      path.startsWith('src/')
        ? join(SOURCES, path.slice(4))
        : join(dirname(file), path)
    )
    .flatMap((path) => [
      ...['.ts', '.tsx'].map((end) => path + end),
      ...['.ts', '.tsx'].map((end) => join(path, basename(path) + end)),
    ])
    .filter((path) => sources.has(path))

/** All that these files show, with what they import. */
function reachableFrom(files: string[]): Set<string> {
  const reached = new Set(files)
  for (const file of reached) {
    importsOf(file).forEach((path) => reached.add(path))
  }
  return reached
}

const WORDS = /\p{L}{2}/u

/** Attributes that people see or hear. */
const SAID =
  /^(title|about|label|placeholder|alt|what|action|aria-label|aria-description)$/

/** What stands in a file's elements as it is, and so in one language only. */
function bareTextsOf(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && WORDS.test(node.text)) {
      found.push(node.text.trim())
    }
    if (
      ts.isJsxAttribute(node) &&
      SAID.test(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      WORDS.test(node.initializer.text)
    ) {
      found.push(node.initializer.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

const sources = new Set(
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test|\.mock|\.d)\.tsx?$/.test(path))
    .map((path) => join(SOURCES, path))
)

const argumentsOf = (message: string) =>
  compile(message).flatMap((token) =>
    typeof token === 'string' ? [] : token.slice(0, 2).join()
  )

describe('the German messages', () => {
  const asked = new Set([...sources].flatMap(messagesOf))
  const all = { ...german, ...germanForAdministrators }
  const pairs = Object.entries(all)

  it('are all that the page asks for, and no others', () => {
    expect(asked.size).toBeGreaterThan(900)
    expect([...asked].filter((message) => !(message in all))).toEqual([])
    expect(Object.keys(all).filter((key) => !asked.has(key))).toEqual([])
  })

  it('leave nothing that stands in one language only', () => {
    const bare = [...sources].flatMap(bareTextsOf)
    // The name, and an address as it is written everywhere.
    expect(new Set(bare)).toEqual(
      new Set(['Heliograph', 'https://hooks.example.com/…'])
    )
  })

  it('are in the first catalog, where not only administrators see them', () => {
    const pages = [...sources].filter((path) => path.endsWith('Page.tsx'))
    const forAdministrators = (path: string) =>
      readFileSync(path, 'utf8').includes('src/components/AdminPage')
    expect(pages.filter(forAdministrators).length).toBeGreaterThan(5)
    const others = reachableFrom([
      ...pages.filter((path) => !forAdministrators(path)),
      join(SOURCES, 'Routes.tsx'),
    ])
    const missing = [...others].flatMap((path) =>
      messagesOf(path).filter((message) => !(message in german))
    )
    expect(missing).toEqual([])
    expect(
      Object.keys(germanForAdministrators).filter((key) => key in german)
    ).toEqual([])
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
