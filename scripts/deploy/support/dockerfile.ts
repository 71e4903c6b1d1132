import {
  DockerfileParser,
  type Copy,
  type JSONInstruction,
} from 'dockerfile-ast'

import { read } from './project'

const parsed = DockerfileParser.parse(read('Dockerfile'))
const stages = parsed
  .getInstructions()
  .filter((instruction) => instruction.getKeyword() === 'FROM').length

export interface CopyStep {
  /** The stage that it is copied from; null: the project. */
  from: string | null
  sources: string[]
  target: string
}

const flagOf = (copy: Copy, name: string) =>
  copy
    .getFlags()
    .find((flag) => flag.getName() === name)
    ?.getValue() ?? null

const readCopy = (copy: Copy): CopyStep => {
  const words = copy.getArguments().map((word) => word.getValue())
  return {
    from: flagOf(copy, 'from'),
    sources: words.slice(0, -1),
    target: words[words.length - 1],
  }
}

const all = parsed.getInstructions()
const lastFrom = all.map((one) => one.getKeyword()).lastIndexOf('FROM')
const last = all.slice(lastFrom)

const ofLast = (keyword: string) =>
  last.filter((instruction) => instruction.getKeyword() === keyword)

const wordsOf = (keyword: string) =>
  ofLast(keyword).flatMap((instruction) =>
    (instruction as JSONInstruction)
      .getJSONStrings()
      .map((word) => word.getJSONValue())
  )

/** What the Dockerfile says, and of its last stage, which is the image, what runs in it. */
export const dockerfile = {
  stages,
  /** The names of the stages before. */
  names: parsed.getFROMs().map((from) => from.getBuildStage()),
  copies: parsed.getCOPYs().map(readCopy),
  copiesOfImage: ofLast('COPY').map((copy) => readCopy(copy as Copy)),
  command: wordsOf('CMD'),
  healthCheck: /\[.*\]/.exec(read('Dockerfile').split('HEALTHCHECK')[1])?.[0],
  user: ofLast('USER').map((user) => user.getArgumentsContent()),
  exposed: ofLast('EXPOSE').map((port) => port.getArgumentsContent()),
}
