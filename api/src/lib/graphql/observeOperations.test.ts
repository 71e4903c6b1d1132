import { GraphQLError } from 'graphql'

import { registry } from 'src/lib/metrics/registry'

import { observeOperations } from './observeOperations'

const errors = (...codes: (string | undefined)[]) =>
  codes.map((code) => new GraphQLError('No.', { extensions: { code } }))

it('counts errors by the codes that clients know, and all others as ours', async () => {
  const text = async (name: string) =>
    registry.getSingleMetricAsString(`heliograph_${name}`)
  const { onExecute, onResultProcess } = observeOperations

  const bad = errors('BAD_USER_INPUT', undefined)
  onResultProcess({ request: {}, result: { errors: bad } })
  onResultProcess({ request: {}, result: { data: {} } })

  const request = {}
  const document = { kind: 'Document', definitions: [] }
  const args = { document, contextValue: { request } } as never
  const result = { errors: errors('RATE_LIMITED', undefined, 'P2002') }
  onExecute({ args }).onExecuteDone({ result })
  onResultProcess({ request, result })
  expect((await text('graphql_errors_total')).match(/\{.+/g)).toEqual([
    '{code="BAD_USER_INPUT"} 1',
    '{code="VALIDATION"} 1',
    '{code="RATE_LIMITED"} 1',
    '{code="INTERNAL"} 2',
  ])
  expect(await text('rate_limited_total')).toContain('{where="graphql"} 1')
})
