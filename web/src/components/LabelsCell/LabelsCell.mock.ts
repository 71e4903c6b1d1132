import { aLabel } from 'src/testing/fixtures'

export const standard = () => ({
  labels: [aLabel(), aLabel({ id: 'l2', name: 'Wholesale', color: 'BLUE' })],
})
