import { pool } from 'src/lib/database/pool'
import { sqlOver } from 'src/lib/database/sql'

import { parseSearch } from './parseSearch'
import { prepareSearch } from './prepareSearch'

it('a phrase of short words is looked up by its pairs', async () => {
  const tx = sqlOver(pool)
  const prepared = (text: string) => prepareSearch(tx, parseSearch(text))
  expect(await prepared('"to the" ')).toMatchObject({ query: "' to the'" })
  expect(await prepared('"to the car" ')).toMatchObject({
    query: "' to the' & ' the car' & 'to' <-> 'the' <-> 'car'",
    estimate: "' to the' & ' the car'",
  })
  expect(await prepared('"unpaid packages" ')).toMatchObject({
    query: "'unpaid' <-> 'packages'",
  })
})
