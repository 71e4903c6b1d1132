import { GraphQLError } from 'graphql'

import { registry } from 'src/lib/metrics/registry'

import { observeOperations } from './observeOperations'

const errors = (...codes: (string | undefined)[]) =>
  codes.map((code) => new GraphQLError('No.', { extensions: { code } }))

it('counts errors by the codes that clients know, and all others as ours', async () => {
  observeOperations.onValidate()({
    result: errors('BAD_USER_INPUT', undefined),
  })
  observeOperations.onValidate()({ result: [] })
  const text = async (name: string) =>
    registry.getSingleMetricAsString(`heliograph_${name}`)
  const { onExecute } = observeOperations
  const args = { document: { kind: 'Document', definitions: [] } } as never
  onExecute({ args }).onExecuteDone({ result: { data: {} } })
  onExecute({ args }).onExecuteDone({
    result: { errors: errors('RATE_LIMITED', undefined, 'P2002') },
  })
  expect((await text('graphql_errors_total')).match(/\{.+/g)).toEqual([
    '{code="BAD_USER_INPUT"} 1',
    '{code="VALIDATION"} 1',
    '{code="RATE_LIMITED"} 1',
    '{code="INTERNAL"} 2',
  ])
  expect(await text('rate_limited_total')).toContain('{where="graphql"} 1')
})
