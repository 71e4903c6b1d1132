import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  Kind,
  parse,
  validate,
} from 'graphql'

import { inRoot } from '../../bootstrap/paths.mjs'
import { prepareTestDatabase } from '../../bootstrap/testDatabase.mjs'
import type { ServerCommand } from '../exceptions'

import { type Demo, freePorts, localizer } from './demo'
import type { Block, Page } from './page'
import { type Running, start } from './processes'
import { answerOf, fits, stepsOf } from './steps'

export interface Outcome {
  ran: number
  exceptions: { line: string; reason: string }[]
  /** Left for the end. */
  last: ServerCommand[]
}

/** Where the programs of a page are written: among the project's folders, so that they find its packages. */
const FOLDER = inRoot('test-results', 'docs')

/** `conversationId` is $CONVERSATION_ID. */
const shellName = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

const fail = (block: Block, what: string): never => {
  throw new Error(`${block.place}: ${what}\n${block.text}`)
}

/** Somebody who follows one page, from its top to its end, in one terminal. */
export class Reader {
  private readonly background: { block: Block; running: Running }[] = []
  private readonly state: string
  private env: NodeJS.ProcessEnv
  private files = 0
  readonly outcome: Outcome = { ran: 0, exceptions: [], last: [] }

  constructor(
    private readonly page: Page,
    private readonly demo: Demo,
    private readonly schema: () => Promise<GraphQLSchema>
  ) {
    this.env = demo.env
    fs.mkdirSync(FOLDER, { recursive: true })
    this.state = path.join(FOLDER, `${path.basename(page.file)}.env`)
  }

  async follow() {
    try {
      for (const [n, block] of this.page.blocks.entries()) {
        const text = this.demo.localize(block.text)
        const behind = this.page.blocks[n + 1]
        if (['bash', 'sh'].includes(block.language)) {
          await this.commands({ ...block, text })
        } else if (block.language === 'js') {
          await this.program({ ...block, text })
        } else if (block.language === 'graphql') {
          await this.operation(
            block,
            behind?.language === 'json' ? behind.text : undefined
          )
        }
      }
      await this.finishBackground()
    } finally {
      await Promise.all(this.background.map(({ running }) => running.stop()))
    }
    return this.outcome
  }

  private async commands(block: Block) {
    for (const step of stepsOf(block.text)) {
      if (step.kind === 'not run') {
        this.outcome.exceptions.push(step)
      } else if (step.kind === 'server' && step.server.isLast) {
        this.outcome.last.push(step.server)
      } else if (step.kind === 'server') {
        await serve(this.env, step.server)
        this.outcome.ran += 1
      } else if (block.isBackground) {
        await this.startBackground(block, 'bash', ['-c', step.code])
      } else {
        const output = await this.shell(block, step.code)
        if (step.answer !== undefined && !fits(step.answer, output)) {
          fail(block, `shows ${step.answer}\nand the answer is ${output}`)
        }
        this.outcome.ran += 1
      }
    }
  }

  /** What it sets is set for what comes after it, as in a terminal. */
  private async shell(block: Block, code: string) {
    const keep = `"${process.execPath}" -e "require('fs').writeFileSync('${this.state}', JSON.stringify(process.env))"`
    const output = await this.run(block, 'bash', [
      '-c',
      `set -aeuo pipefail\n${code}\n${keep}`,
    ])
    this.env = JSON.parse(fs.readFileSync(this.state, 'utf8'))
    return output
  }

  /** What it prints, without its errors and warnings. */
  private async run(block: Block, command: string, args: string[]) {
    const options = { env: this.env, cwd: inRoot(), timeout: 600_000 }
    try {
      return (await promisify(execFile)(command, args, options)).stdout
    } catch (error) {
      const { code, stdout, stderr } = error as {
        code: number
        stdout: string
        stderr: string
      }
      return fail(block, `ended with ${code}: ${stdout}${stderr}`)
    }
  }

  private async program(block: Block) {
    const file = path.join(
      FOLDER,
      `${path.basename(this.page.file)}.${(this.files += 1)}.mjs`
    )
    fs.writeFileSync(file, block.text)
    if (block.isBackground) {
      await this.startBackground(block, process.execPath, [file])
      return
    }
    const output = await this.run(block, process.execPath, [file])
    const answer = answerOf(block.text)
    if (answer !== undefined && !fits(answer, output)) {
      fail(block, `prints ${output}`)
    }
    this.outcome.ran += 1
  }

  private async startBackground(block: Block, command: string, args: string[]) {
    const running = start(command, args, this.env)
    this.background.push({ block, running })
    // Who listens says so, or is sent the head of a stream.
    await running.untilPrinted(
      `${block.place} begins`,
      (output) => output !== ''
    )
  }

  private async finishBackground() {
    for (const { block, running } of this.background) {
      const answer = answerOf(block.text) ?? '…'
      await running.untilPrinted(`${block.place} prints ${answer}`, (output) =>
        fits(answer, output)
      )
      this.outcome.ran += 1
    }
  }

  private async operation(block: Block, shown?: string) {
    const document = parse(block.text)
    const problems = validate(await this.schema(), document)
    if (problems.length > 0) {
      fail(block, problems.map(({ message }) => message).join('\n'))
    }
    const [operation] = document.definitions
    if (operation.kind !== Kind.OPERATION_DEFINITION) {
      return fail(block, 'is no operation')
    }
    const names = (operation.variableDefinitions ?? []).map(
      ({ variable }) => variable.name.value
    )
    const variables = Object.fromEntries(
      names.map((name) => [
        name,
        this.env[shellName(name)] ?? fail(block, `needs $${shellName(name)}`),
      ])
    )
    const answer = await ask(this.env, block.text, variables)
    if (answer.errors || (shown && !fits(shown, JSON.stringify(answer)))) {
      fail(block, `is answered ${JSON.stringify(answer)}`)
    }
    this.outcome.ran += 1
  }
}

/** Starts a server on free ports, waits for what it is to do, and asks it to end. */
export async function serve(given: NodeJS.ProcessEnv, server: ServerCommand) {
  const ports = await freePorts()
  const env: NodeJS.ProcessEnv = { ...given, ...ports, ...server.env }
  if (server.env?.DATABASE_URL) {
    env.DATABASE_URL = await prepareTestDatabase('heliograph_docs_start')
  }
  const [command, ...args] = server.words.split(' ')
  const running = start(command, args, env)
  try {
    await running.untilAnswering((server.answers ?? []).map(localizer(ports)))
    await running.untilPrinted(
      `${server.words} says that it is ready`,
      (output) => server.prints?.test(output) ?? true
    )
  } finally {
    await running.stop()
  }
}

/** An operation, as a program would ask for it. */
export async function ask(
  env: NodeJS.ProcessEnv,
  query: string,
  variables: Record<string, unknown> = {},
  key = env.KEY
) {
  const response = await fetch(
    `${env.API_BASE_URL}/.redwood/functions/graphql`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${key}`,
      },
      body: JSON.stringify({ query, variables }),
    }
  )
  return response.json()
}

/** The schema, as an administrator's key may ask for it. */
export async function askSchema(env: NodeJS.ProcessEnv, key: string) {
  const { data } = await ask(env, getIntrospectionQuery(), {}, key)
  return buildClientSchema(data)
}
